"""What actions share: where somebody asks, what is offered, and how it is done."""
