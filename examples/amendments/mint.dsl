# Sentences on coins; laws that use them import the type.
[when]{player} owns a coin=exists Coin( owner == {player} )
[when]{player} owns no coin=not Coin( owner == {player} )
[then]a coin is struck for {player}=insert(new Coin({player}));
