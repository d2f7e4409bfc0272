"""Pictures for the demo brand, painted in code: loaves as height maps under a low window light."""
