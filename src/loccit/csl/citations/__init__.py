"""Citations: where their cites stand, in what order, told apart, grouped and joined."""
