"""Real workers, real web processes, real servers, and somebody who kills them."""
