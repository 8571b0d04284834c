"""What a running job reports: events, errors, and the reporter that sends them."""
