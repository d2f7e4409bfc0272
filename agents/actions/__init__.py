"""What can be done with runs and with the work on a brief: one door per verb."""
