"""What a running job says: events, errors, and the reporter that sends them."""
