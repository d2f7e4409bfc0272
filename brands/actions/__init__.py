"""What can be done with brands, their people and their briefs: one door per verb."""
