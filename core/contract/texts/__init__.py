"""The notation of losses, class weights and augmentations, ``focal(gamma=1)``: parsed, checked, formatted.

Nothing is evaluated as code. The help texts of settings are in ``contract/jobs``.
"""
