"""The dock *Training monitor*: live curves and the newest validation picture of each training."""
