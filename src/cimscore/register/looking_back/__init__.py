"""Looking back over a whole register: what another edition or reading would move, and what may be the same."""
