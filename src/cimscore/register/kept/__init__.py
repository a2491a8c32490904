"""Cases as a register keeps them: their history, and each as it stands, which is a fold over the history."""
