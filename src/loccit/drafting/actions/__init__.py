"""What can be done at a place of an essay or a `.bib` file, one kind of action a module.

A module has

- `offers(asked)`, which yields an `Offer` for each thing that can be done there, quickly
  and without the network;
- `edits(asked, argument)`, which makes the edits of an offer, of which it gets the
  argument; a `LoccitError` says in words why it can't;
- `fetch(argument)`, if the edits need the network: what it returns goes to `edits` as
  `asked.fetched`. It looks at nothing that is open, so that others can work meanwhile.

The folder is the list.
"""
