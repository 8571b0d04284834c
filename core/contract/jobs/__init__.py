"""The jobs: each a frozen dataclass whose settings describe and check themselves."""
