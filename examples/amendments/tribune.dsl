# A sentence that this rule brings: it is known in the whole game once the rule is in force.
[when]that seat is the first=not Player( !gone, seat < $seat )
