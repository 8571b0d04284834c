"""The network is scored where it has not learned, on the map that users get."""
