"""Servers of ours that speak other people's protocols, faults included. Loopback only."""
