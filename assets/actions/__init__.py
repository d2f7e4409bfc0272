"""What can be done with assets, drafts and documents: one door per verb."""
