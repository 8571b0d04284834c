"""Trains a network: prepares the data, takes optimiser steps, validates each epoch, reports."""
