# The sentences that every game knows.
# [when] and [then] begin sentences, [*] words that stand in a place of one.
# A place takes what its name says: {player}, {number}, {asset}, {text} and so on.
# Variables that begin with $_ are those of one sentence alone.

## Moves: what a player tries to do
# They begin laws that forbid or permit a move, and laws about actions.
[when]a player makes a move=$it : Move( player != "", $player : player )
[when]a player joins=$it : Join( $player : player )
[when]a player leaves=$it : Leave( $player : player )
[when]a player gives up=$it : Forfeit( $player : player )
[when]a player starts the game=$it : Start( $player : player )
[when]a player ends the turn=$it : EndTurn( $player : player )
[when]a player proposes=$it : Propose( $player : player )
[when]a player proposes a new rule=$it : Propose( kind == Kind.ENACT, $player : player )
[when]a player proposes to change a rule=$it : Propose( kind != Kind.ENACT, $player : player, $rule : target )
[when]a player proposes to amend a rule=$it : Propose( kind == Kind.AMEND, $player : player, $rule : target )
[when]a player proposes to repeal a rule=$it : Propose( kind == Kind.REPEAL, $player : player, $rule : target )
[when]a player proposes to transmute a rule=$it : Propose( kind == Kind.TRANSMUTE, $player : player, $rule : target )
[when]a player proposes to change {rule}=$it : Propose( target == {rule}, $player : player )
[when]a player proposes something called {text}=$it : Propose( title == {text}, $player : player )
[when]a player revises a proposal=$it : Revise( $player : player, $proposal : proposal )
[when]a player withdraws a proposal=$it : Withdraw( $player : player, $proposal : proposal )
[when]a player votes=$it : Vote( $player : player, $proposal : proposal, $choice : choice )
[when]a player votes for a proposal=$it : Vote( choice == Choice.FOR, $player : player, $proposal : proposal )
[when]a player votes against a proposal=$it : Vote( choice == Choice.AGAINST, $player : player, $proposal : proposal )
[when]a player abstains from a vote=$it : Vote( choice == Choice.ABSTAIN, $player : player, $proposal : proposal )
[when]a player takes the action {text}=$it : Act( $action : this, name == {text}, $player : player )
[when]a player takes the action {text} and says yes to {text2}=$it : Act( $action : this, name == {text}, flag( {text2} ), $player : player )
[when]a player takes the action {text} and says no to {text2}=$it : Act( $action : this, name == {text}, !flag( {text2} ), $player : player )
[when]a player calls for a judgment=$it : CallForJudgment( $player : player, $rule : rule )
[when]a player calls for a judgment of the statement {text}=$it : CallForJudgment( statement == {text}, $player : player )
[when]a player judges a case=$it : Judge( $player : player, $case : caseNumber, $answer : answer )
[when]a player judges that a statement is {answer}=$it : Judge( answer == {answer}, $player : player, $case : caseNumber )
[when]a player claims that nobody can move=$it : ClaimDeadEnd( $player : player )
[when]time passes=$it : TimePassed( $time : at )
[when]the move is made at a time=Move( this == $it, $time : at )

## Events: what has just happened
# A law that begins with one of them acts once for it.
[when]the game has begun=GameStarted()
[when]a player has started the game=GameStarted( $player : by )
[when]a player has joined=PlayerJoined( $player : player )
[when]a player has left=PlayerLeft( $player : player )
[when]a player has given up=PlayerLeft( forfeited, $player : player )
[when]a turn has begun=TurnStarted( $turn : number, $circuit : circuit )
[when]the turn of a player has begun=TurnStarted( $player : player, $turn : number, $circuit : circuit )
[when]the turn of {player} has begun=TurnStarted( player == {player} )
[when]a player has ended the turn=TurnEnded( $player : player )
[when]a player has become {standing}=StandingChanged( standing == {standing}, $player : player )
[when]a proposal has been made=ProposalMade( $proposal : proposal, $author : author )
[when]a player has made a proposal=ProposalMade( $proposal : proposal, $player : author )
[when]a new rule has been proposed=ProposalMade( kind == Kind.ENACT, $proposal : proposal, $author : author )
[when]an amendment has been proposed=ProposalMade( kind == Kind.AMEND, $proposal : proposal, $author : author )
[when]a repeal has been proposed=ProposalMade( kind == Kind.REPEAL, $proposal : proposal, $author : author )
[when]a transmutation has been proposed=ProposalMade( kind == Kind.TRANSMUTE, $proposal : proposal, $author : author )
[when]a proposal has been revised=ProposalRevised( $proposal : proposal, $author : author )
[when]a proposal has been revised for the time {number}=ProposalRevised( revision == {number} + 1, $proposal : proposal, $author : author )
[when]a proposal has been withdrawn=ProposalWithdrawn( $proposal : proposal, $author : author )
[when]a vote has begun=VoteOpened( $proposal : proposal, $author : author )
[when]a player has voted=BallotCast( $player : voter, $proposal : proposal )
[when]a player has voted for a proposal=BallotCast( choice == Choice.FOR, $player : voter, $proposal : proposal )
[when]a player has voted against a proposal=BallotCast( choice == Choice.AGAINST, $player : voter, $proposal : proposal )
[when]a player has abstained from a vote=BallotCast( choice == Choice.ABSTAIN, $player : voter, $proposal : proposal )
[when]a vote is over=VoteClosed( $proposal : proposal, $author : author )
[when]a change is adopted=VoteClosed( adopted, $proposal : proposal, $author : author )
[when]a change is defeated=VoteClosed( !adopted, $proposal : proposal, $author : author )
[when]a change of {rule} is adopted=VoteClosed( adopted, target == {rule}, $proposal : proposal, $author : author )
[when]a new rule is adopted=VoteClosed( adopted, kind == Kind.ENACT, $proposal : proposal, $author : author )
[when]an amendment is adopted=VoteClosed( adopted, kind == Kind.AMEND, $proposal : proposal, $author : author )
[when]a repeal is adopted=VoteClosed( adopted, kind == Kind.REPEAL, $proposal : proposal, $author : author )
[when]a transmutation is adopted=VoteClosed( adopted, kind == Kind.TRANSMUTE, $proposal : proposal, $author : author )
[when]a player votes for a change that is adopted=VoteClosed( adopted, $proposal : proposal, $author : author )\nBallot( proposal == $proposal, choice == Choice.FOR, $player : voter )
[when]a player votes against a change that is adopted=VoteClosed( adopted, $proposal : proposal, $author : author )\nBallot( proposal == $proposal, choice == Choice.AGAINST, $player : voter )
[when]a player votes for a change that is defeated=VoteClosed( !adopted, $proposal : proposal, $author : author )\nBallot( proposal == $proposal, choice == Choice.FOR, $player : voter )
[when]a player votes against a change that is defeated=VoteClosed( !adopted, $proposal : proposal, $author : author )\nBallot( proposal == $proposal, choice == Choice.AGAINST, $player : voter )
[when]a vote has been settled=VoteSettled( $proposal : proposal, $author : author )
[when]a change has taken effect=VoteSettled( adopted, $proposal : proposal, $author : author, $rule : rule )
[when]a change has failed=VoteSettled( !adopted, $proposal : proposal, $author : author )
[when]a new rule has taken effect=VoteSettled( adopted, kind == Kind.ENACT, $proposal : proposal, $author : author, $rule : rule )
[when]a repeal has taken effect=VoteSettled( adopted, kind == Kind.REPEAL, $proposal : proposal, $author : author, $rule : rule )
[when]the {asset} of a player have changed=HoldingChanged( asset == {asset}, $player : owner, $before : from, $after : to )
[when]the {asset} of a player have grown=HoldingChanged( asset == {asset}, to > from, $player : owner, $before : from, $after : to )
[when]the {asset} of a player have shrunk=HoldingChanged( asset == {asset}, to < from, $player : owner, $before : from, $after : to )
[when]the time {text} has come=Elapsed( name == {text} )
[when]a judgment has been called for=JudgmentCalled( $case : caseNumber, $player : caller )
[when]a case has been judged=Judged( $case : caseNumber, $judge : judge, $answer : answer )
[when]a judgment has been overruled=JudgmentOverruled( $case : caseNumber, $judge : judge )
[when]a case has been closed=CaseClosed( $case : caseNumber )
[when]a case has been closed with the answer {answer}=CaseClosed( $case : caseNumber, answer == {answer} )
[when]it is found that nobody can move=DeadEndFound( $player : player )
[when]a wish of {rule} has been overruled=Overruled( rule == {rule}, $against : against, $reason : reason )
[when]the adoption of a proposal has been overruled=Overruled( kind == ClaimKind.ADOPT, $proposal : proposal, $rule : rule, $against : against, $reason : reason )
[when]a change of what a player holds has been overruled=Overruled( kind == ClaimKind.HOLDING, $player : subject, $amount : amount, $rule : rule, $against : against, $reason : reason )

## Players
[when]for every active player=Player( active, $player : name )
[when]for every other active player=Player( active, name != $player, $other : name )
[when]for every player who is not gone=Player( !gone, $player : name )
[when]another player is active=Player( active, name != $player, $other : name )
[when]a player sits in a seat=Player( !gone, $player : name, $seat : seat )
[when]{player} sits in a seat=Player( name == {player}, $seat : seat )
[when]another player sits in a lower seat=Player( active, seat < $seat, $other : name )
[when]another player sits in a higher seat=Player( active, seat > $seat, $other : name )
[when]{player} is {standing}=Player( name == {player}, standing == {standing} )
[when]{player} is not {standing}=Player( name == {player}, standing != {standing} )
[when]{player} is the same as {player2}=Player( name == {player}, name == {player2} )
[when]{player} is not the same as {player2}=Player( name == {player}, name != {player2} )
[when]there are at least {number} active players=accumulate( Player( active, $_p : name ); $_n : count( $_p ); $_n >= {number} )
[when]there are fewer than {number} active players=accumulate( Player( active, $_p : name ); $_n : count( $_p ); $_n < {number} )

## Turns
[when]it is {player}'s turn=Turn( player == {player} )
[when]it is not {player}'s turn=Turn( player != {player} )
[when]it is the turn of a player=Turn( $player : player, $turn : number, $circuit : circuit )
[when]it is the turn of another player=Turn( player != $player, $other : player )
[when]it is nobody's turn=not Turn()
[when]it is turn {number}=Turn( number == {number} )
[when]it is turn {number} or later=Turn( number >= {number} )
[when]it is circuit {number}=Turn( circuit == {number} )
[when]it is circuit {number} or later=Turn( circuit >= {number} )
[when]there is a circuit=Turn( $circuit : circuit )

## Rules
[when]{rule} is in force=Rule( number == {rule}, inForce )
[when]{rule} is not in force=not Rule( number == {rule}, inForce )
[when]{rule} is suspended=Rule( number == {rule}, status == RuleStatus.SUSPENDED )
[when]{rule} is repealed=Rule( number == {rule}, status == RuleStatus.REPEALED )
[when]{rule} is mutable=Rule( number == {rule}, mutable )
[when]{rule} is immutable=Rule( number == {rule}, !mutable )
[when]{rule} is called {text}=Rule( number == {rule}, title == {text} )
[when]{rule} has been amended=Rule( number == {rule}, revision > 1 )
[when]{rule} can adopt changes=Rule( number == {rule}, adopts )
[when]{rule} can declare a winner=Rule( number == {rule}, declaresWinner )
[when]a rule called {text} is in force=Rule( title == {text}, inForce, $rule : number )
[when]no rule called {text} is in force=not Rule( title == {text}, inForce )
[when]a rule is in force=Rule( inForce, $rule : number )
[when]an immutable rule is in force=Rule( inForce, !mutable, $rule : number )
[when]at least {number} rules are in force=accumulate( Rule( inForce, $_r : number ); $_n : count( $_r ); $_n >= {number} )
[when]a rule claims to come before another=Precedence( $rule : rule, $otherrule : over )
[when]a rule claims to yield to another=Deference( $rule : rule, $otherrule : to )
[when]two rules are in conflict=Conflict( $rule : first, $otherrule : second )

## Proposals
[when]a proposal is open=Proposal( open, $proposal : number, $author : author )
[when]a proposal is in debate=Proposal( status == Status.DEBATE, $proposal : number, $author : author )
[when]a proposal is voted on=Proposal( status == Status.VOTING, $proposal : number, $author : author )
[when]no proposal is open=not Proposal( open )
[when]at least {number} proposals are open=accumulate( Proposal( open, $_p : number ); $_n : count( $_p ); $_n >= {number} )
[when]{player} has an open proposal=exists Proposal( open, author == {player} )
[when]{player} has no open proposal=not Proposal( open, author == {player} )
[when]{player} has made a proposal in this turn=Turn( $_t : number )\nexists Proposal( author == {player}, turn == $_t )
[when]at least {number} proposals of {player} have been adopted=accumulate( Proposal( author == {player}, status == Status.ADOPTED, $_p : number ); $_n : count( $_p ); $_n >= {number} )
[when]{proposal} is open=Proposal( number == {proposal}, open )
[when]{proposal} is in debate=Proposal( number == {proposal}, status == Status.DEBATE )
[when]{proposal} is voted on=Proposal( number == {proposal}, status == Status.VOTING )
[when]{proposal} has been adopted=Proposal( number == {proposal}, status == Status.ADOPTED )
[when]{proposal} has been defeated=Proposal( number == {proposal}, status == Status.DEFEATED )
[when]{proposal} was made by {player}=Proposal( number == {proposal}, author == {player} )
[when]{proposal} was not made by {player}=Proposal( number == {proposal}, author != {player} )
[when]{proposal} was made by a player=Proposal( number == {proposal}, $player : author )
[when]{proposal} was made by another player=Proposal( number == {proposal}, author != $player, $other : author )
[when]{proposal} was made in turn {number}=Proposal( number == {proposal}, turn == {number} )
[when]{proposal} was opened at a time=Proposal( number == {proposal}, $time : opened )
[when]{proposal} is called {text}=Proposal( number == {proposal}, title == {text} )
[when]{proposal} would enact a rule=Proposal( number == {proposal}, kind == Kind.ENACT )
[when]{proposal} would amend a rule=Proposal( number == {proposal}, kind == Kind.AMEND, $rule : target )
[when]{proposal} would repeal a rule=Proposal( number == {proposal}, kind == Kind.REPEAL, $rule : target )
[when]{proposal} would transmute a rule=Proposal( number == {proposal}, kind == Kind.TRANSMUTE, $rule : target )
[when]{proposal} would change a rule=Proposal( number == {proposal}, kind != Kind.ENACT, $rule : target )
[when]{proposal} would change {rule}=Proposal( number == {proposal}, target == {rule} )
[when]{proposal} would bring code that adopts changes=Proposal( number == {proposal}, adopts )
[when]{proposal} has been revised=Proposal( number == {proposal}, revision > 1 )
[when]after {proposal} no rule could be changed any more=Outlook( proposal == {proposal}, !changeable, $reason : why )

## Ballots
[when]there is a ballot on {proposal}=$ballot : Ballot( proposal == {proposal}, $player : voter )
[when]there is a ballot in an open vote=Proposal( status == Status.VOTING, $proposal : number )\n$ballot : Ballot( proposal == $proposal, $player : voter )
[when]a player is for {proposal}=Ballot( proposal == {proposal}, choice == Choice.FOR, $player : voter )
[when]a player is against {proposal}=Ballot( proposal == {proposal}, choice == Choice.AGAINST, $player : voter )
[when]a player abstains from {proposal}=Ballot( proposal == {proposal}, choice == Choice.ABSTAIN, $player : voter )
[when]another player is for {proposal}=Ballot( proposal == {proposal}, choice == Choice.FOR, voter != $player, $other : voter )
[when]another player is against {proposal}=Ballot( proposal == {proposal}, choice == Choice.AGAINST, voter != $player, $other : voter )
[when]{player} is for {proposal}=Ballot( proposal == {proposal}, voter == {player}, choice == Choice.FOR )
[when]{player} is against {proposal}=Ballot( proposal == {proposal}, voter == {player}, choice == Choice.AGAINST )
[when]{player} abstains from {proposal}=Ballot( proposal == {proposal}, voter == {player}, choice == Choice.ABSTAIN )
[when]{player} has voted on {proposal}=exists Ballot( proposal == {proposal}, voter == {player} )
[when]{player} has not voted on {proposal}=not Ballot( proposal == {proposal}, voter == {player} )
[when]nobody else has voted on {proposal}=not Ballot( proposal == {proposal}, voter != $player )
[when]nobody is against {proposal}=not Ballot( proposal == {proposal}, choice == Choice.AGAINST )
[when]nobody else is for {proposal}=not Ballot( proposal == {proposal}, choice == Choice.FOR, voter != $player )
[when]nobody else is against {proposal}=not Ballot( proposal == {proposal}, choice == Choice.AGAINST, voter != $player )
[when]everybody has voted on {proposal}=exists Player( active )\nforall( $_p : Player( active ) Ballot( proposal == {proposal}, voter == $_p.name ) )
[when]everybody is for {proposal}=exists Player( active )\nforall( $_p : Player( active ) Ballot( proposal == {proposal}, voter == $_p.name, choice == Choice.FOR ) )
[when]at least {number} players are for {proposal}=accumulate( Ballot( proposal == {proposal}, choice == Choice.FOR, $_v : voter ); $_n : count( $_v ); $_n >= {number} )
[when]at least {number} players are against {proposal}=accumulate( Ballot( proposal == {proposal}, choice == Choice.AGAINST, $_v : voter ); $_n : count( $_v ); $_n >= {number} )
[when]at least {number} players have voted on {proposal}=accumulate( Ballot( proposal == {proposal}, $_v : voter ); $_n : count( $_v ); $_n >= {number} )
[when]more players are for {proposal} than against it=accumulate( Ballot( proposal == {proposal}, choice == Choice.AGAINST, $_v : voter ); $_no : count( $_v ) )\naccumulate( Ballot( proposal == {proposal}, choice == Choice.FOR, $_w : voter ); $_yes : count( $_w ); $_yes > $_no )
[when]as many players are against {proposal} as for it, or more=accumulate( Ballot( proposal == {proposal}, choice == Choice.AGAINST, $_v : voter ); $_no : count( $_v ) )\naccumulate( Ballot( proposal == {proposal}, choice == Choice.FOR, $_w : voter ); $_yes : count( $_w ); $_yes <= $_no )
[when]at least {number} percent of the active players are for {proposal}=accumulate( Player( active, $_p : name ); $_all : count( $_p ) )\naccumulate( Ballot( proposal == {proposal}, choice == Choice.FOR, $_v : voter ); $_yes : count( $_v ); $_yes * 100 >= $_all * {number} )
[when]fewer than {number} percent of the active players are for {proposal}=accumulate( Player( active, $_p : name ); $_all : count( $_p ) )\naccumulate( Ballot( proposal == {proposal}, choice == Choice.FOR, $_v : voter ); $_yes : count( $_v ); $_yes * 100 < $_all * {number} )

## Holdings: points, and what rules invent
[when]a player has at least {number} {asset}=Holding( asset == {asset}, amount >= {number}, $player : owner )
[when]a player has more than {number} {asset}=Holding( asset == {asset}, amount > {number}, $player : owner )
[when]a player has fewer than {number} {asset}=Holding( asset == {asset}, amount < {number}, $player : owner )
[when]a player has some {asset}=Holding( asset == {asset}, amount > 0, $player : owner, $amount : amount )
[when]a player has an amount of {asset}=Holding( asset == {asset}, $player : owner, $amount : amount )
[when]another player has at least {number} {asset}=Holding( asset == {asset}, amount >= {number}, owner != $player, $other : owner )
[when]another player has some {asset}=Holding( asset == {asset}, amount > 0, owner != $player, $other : owner )
[when]{player} has at least {number} {asset}=Holding( owner == {player}, asset == {asset}, amount >= {number} )
[when]{player} has more than {number} {asset}=Holding( owner == {player}, asset == {asset}, amount > {number} )
[when]{player} has fewer than {number} {asset}=not Holding( owner == {player}, asset == {asset}, amount >= {number} )
[when]{player} has exactly {number} {asset}=Holding( owner == {player}, asset == {asset}, amount == {number} )
[when]{player} has some {asset}=Holding( owner == {player}, asset == {asset}, amount > 0 )
[when]{player} has no {asset}=not Holding( owner == {player}, asset == {asset}, amount > 0 )
[when]{player} has an amount of {asset}=Holding( owner == {player}, asset == {asset}, $amount : amount )
[when]{player} has never had {asset}=not Holding( owner == {player}, asset == {asset} )
[when]nobody has {asset}=not Holding( asset == {asset}, amount > 0 )
[when]nobody else has {asset}=not Holding( asset == {asset}, amount > 0, owner != $player )
[when]somebody has {asset}=exists Holding( asset == {asset}, amount > 0 )
[when]a player has the most {asset}=Holding( asset == {asset}, $player : owner, $amount : amount )\nnot Holding( asset == {asset}, amount > $amount )
[when]a player has the fewest {asset}=Holding( asset == {asset}, $player : owner, $amount : amount )\nnot Holding( asset == {asset}, amount < $amount )
[when]{player} has the most {asset}=Holding( owner == {player}, asset == {asset}, $amount : amount )\nnot Holding( asset == {asset}, amount > $amount )
[when]{player} has more {asset} than {player2}=Holding( owner == {player2}, asset == {asset}, $_a : amount )\nHolding( owner == {player}, asset == {asset}, amount > $_a )
[when]all players together have at least {number} {asset}=accumulate( Holding( asset == {asset}, $_a : amount ); $_sum : sum( $_a ); $_sum >= {number} )
[when]there are at least {number} kinds of things that {player} has=accumulate( Holding( owner == {player}, amount > 0, $_a : asset ); $_n : count( $_a ); $_n >= {number} )

## Times and actions
[when]the time {text} is set=Deadline( name == {text} )
[when]the time {text} is set to a time=Deadline( name == {text}, $time : at )
[when]the time {text} is not set=not Deadline( name == {text} )
[when]the action {text} is open to a player=$offer : Offer( name == {text}, $player : player )
[when]the action {text} is open to {player}=$offer : Offer( name == {text}, player == {player} )
[when]the action {text} is not open to {player}=not Offer( name == {text}, player == {player} )
[when]an action called {text} is open to a player=Offer( title == {text}, $player : player, $name : name )

## Cases
[when]a case is pending=Case( pending, $case : number, $player : caller )
[when]a case is open=Case( status == CaseStatus.OPEN, $case : number, $player : caller )
[when]a case without a Judge is open=Case( status == CaseStatus.OPEN, judge == "", $case : number, $player : caller )
[when]no case is pending=not Case( pending )
[when]{case} has been judged {answer}=Case( number == {case}, answer == {answer} )
[when]{case} is about {rule}=Case( number == {case}, rule == {rule} )
[when]{case} was called by a player=Case( number == {case}, $player : caller )
[when]{case} was called by {player}=Case( number == {case}, caller == {player} )
[when]{case} was not called by {player}=Case( number == {case}, caller != {player} )
[when]{case} was called in turn {number}=Case( number == {case}, turn == {number} )
[when]{case} is closed, and play cannot go on=Case( number == {case}, ending )
[when]the statement of {case} is {text}=Case( number == {case}, statement == {text} )
[when]the Judge of {case} is {player}=Case( number == {case}, judge == {player} )
[when]the Judge of {case} is not {player}=Case( number == {case}, judge != {player} )
[when]the Judge of {case} is a player=Case( number == {case}, judge != "", $judge : judge )
[when]the judgment of {case} gives points to a player=Remedy( caseNumber == {case}, kind == RemedyKind.POINTS, $player : subject, $amount : amount )
[when]the judgment of {case} defeats a proposal=Remedy( caseNumber == {case}, kind == RemedyKind.DEFEAT, $proposal : target )
[when]the judgment of {case} suspends a rule=Remedy( caseNumber == {case}, kind == RemedyKind.SUSPEND, $rule : target )
[when]the judgment of {case} opens the vote on a proposal=Remedy( caseNumber == {case}, kind == RemedyKind.VOTE, $proposal : target )
[when]the judgment of {case} has at least {number} remedies=exists Remedy( caseNumber == {case}, nth == {number} )
[when]nobody could move in a turn=DeadEnd( $turn : turn, $player : player )

## Wishes of rules, before they come true
# They begin laws that forbid or permit what another rule asks for.
[when]a proposal would be adopted=$it : Claim( $wish : this, kind == ClaimKind.ADOPT, $proposal : proposal, $wisher : rule )
[when]a proposal would be defeated=$it : Claim( $wish : this, kind == ClaimKind.DEFEAT, $proposal : proposal, $wisher : rule )
[when]a vote would be opened=$it : Claim( $wish : this, kind == ClaimKind.OPEN_VOTE, $proposal : proposal, $wisher : rule )
[when]a rule would cast a ballot=$it : Claim( $wish : this, kind == ClaimKind.BALLOT, $proposal : proposal, $wisher : rule )
[when]the turn would go to a player=$it : Claim( $wish : this, kind == ClaimKind.TURN, $player : subject, $wisher : rule )
[when]a player would get or lose something=$it : Claim( $wish : this, kind == ClaimKind.HOLDING, $player : subject, $amount : amount, $wisher : rule )
[when]a player would get something=$it : Claim( $wish : this, kind == ClaimKind.HOLDING, amount > 0, $player : subject, $amount : amount, $wisher : rule )
[when]a player would lose something=$it : Claim( $wish : this, kind == ClaimKind.HOLDING, amount < 0, $player : subject, $amount : amount, $wisher : rule )
[when]a player would hand something over=$it : Claim( $wish : this, kind == ClaimKind.TRANSFER, $player : subject, $amount : amount, $wisher : rule )
[when]a player would win=$it : Claim( $wish : this, kind == ClaimKind.WIN, $player : subject, $wisher : rule )
[when]the game would end in a draw=$it : Claim( $wish : this, kind == ClaimKind.DRAW, $wisher : rule )
[when]a player would become idle, away or active=$it : Claim( $wish : this, kind == ClaimKind.STANDING, $player : subject, $wisher : rule )
[when]a player would be removed from the game=$it : Claim( $wish : this, kind == ClaimKind.REMOVE, $player : subject, $wisher : rule )
[when]a time would be set=$it : Claim( $wish : this, kind == ClaimKind.SCHEDULE, $wisher : rule )
[when]a time would be cancelled=$it : Claim( $wish : this, kind == ClaimKind.CANCEL, $wisher : rule )
[when]an action would be opened=$it : Claim( $wish : this, kind == ClaimKind.OFFER, $wisher : rule )
[when]an action would be closed=$it : Claim( $wish : this, kind == ClaimKind.WITHDRAW, $wisher : rule )
[when]something would be announced=$it : Claim( $wish : this, kind == ClaimKind.ANNOUNCE, $wisher : rule )
[when]proposals would be numbered otherwise=$it : Claim( $wish : this, kind == ClaimKind.NUMBERING, $wisher : rule )
[when]a rule would get another number=$it : Claim( $wish : this, kind == ClaimKind.RENUMBER, $rule : target )
[when]a rule would be suspended=$it : Claim( $wish : this, kind == ClaimKind.SUSPEND, $rule : target )
[when]a rule would claim precedence=$it : Claim( $wish : this, kind == ClaimKind.PRECEDENCE, $wisher : rule )
[when]a rule would hide a fact=$it : Claim( $wish : this, kind == ClaimKind.CONCEAL, $wisher : rule )
[when]a rule would show a secret=$it : Claim( $wish : this, kind == ClaimKind.REVEAL, $wisher : rule )
[when]a Judge would be appointed=$it : Claim( $wish : this, kind == ClaimKind.APPOINT, $case : caseNumber, $wisher : rule )
[when]a judgment would be overruled=$it : Claim( $wish : this, kind == ClaimKind.OVERRULE, $case : caseNumber, $wisher : rule )
[when]a case would be closed=$it : Claim( $wish : this, kind == ClaimKind.CLOSE_CASE, $case : caseNumber, $wisher : rule )
[when]{rule} asks for it=Claim( this == $wish, rule == {rule} )
[when]{rule} does not ask for it=Claim( this == $wish, rule != {rule} )

## Verdicts
# Laws with one of them judge moves and wishes, and do nothing else.
[then]that is forbidden because {text}=law.forbid($it, {text});
[then]that is permitted because {text}=law.permit($it, {text});
[then]{rule} prevails over {rule2}=law.prevails({rule}, {rule2});

## Changes of rules
[then]{proposal} is adopted=law.adopt({proposal});
[then]{proposal} is defeated=law.defeat({proposal});
[then]the vote on {proposal} begins=law.openVote({proposal});
[then]{player} votes for {proposal}=law.castBallot({proposal}, {player}, Choice.FOR);
[then]{player} votes against {proposal}=law.castBallot({proposal}, {player}, Choice.AGAINST);
[then]{player} abstains from {proposal}=law.castBallot({proposal}, {player}, Choice.ABSTAIN);
[then]{rule} is suspended because {text}=law.suspend({rule}, {text});
[then]{rule} gets the number {number}=law.renumber({rule}, {number});
[then]the next proposals are numbered from {number}=law.numberProposalsFrom({number});
[then]this rule yields to {rule}=law.deferTo({rule});
[then]this rule comes before {rule}=law.prevailOver({rule});

## What players get and lose
[then]{player} gets {number} {asset}=law.award({player}, {asset}, {number});
[then]{player} gets as many {asset} as the die shows=law.award({player}, {asset}, $die);
[then]{player} loses as many {asset} as the die shows=law.deduct({player}, {asset}, $die);
[then]{player} loses {number} {asset}=law.deduct({player}, {asset}, {number});
[then]{player} loses all {asset}=law.deduct({player}, {asset}, $amount);
[then]{player} gives {number} {asset} to {player2}=law.transfer({player}, {player2}, {asset}, {number});
[then]{player} has an account of {asset}=law.award({player}, {asset}, 0);
[then]a die with {number} sides is thrown=int $die = law.roll({number});
[then]a die with {number} sides is thrown that only {player} sees=int $die = law.rollSecretly({number}, {player});
[then]if the die shows at least {number}, {player} gets {number2} {asset}=if ($die >= {number}) law.award({player}, {asset}, {number2});
[then]if the die shows at least {number}, {player} loses {number2} {asset}=if ($die >= {number}) law.deduct({player}, {asset}, {number2});
[then]if the die shows less than {number}, {player} gets {number2} {asset}=if ($die < {number}) law.award({player}, {asset}, {number2});
[then]if the die shows less than {number}, {player} loses {number2} {asset}=if ($die < {number}) law.deduct({player}, {asset}, {number2});

## The course of the game
[then]the turn goes to {player}=law.passTurn({player}, $circuit);
[then]the turn goes to {player} in circuit {number}=law.passTurn({player}, {number});
[then]{player} wins because {text}=law.declareWinner({player}, {text});
[then]the game ends in a draw because {text}=law.declareDraw({text});
[then]{player} becomes {standing}=law.setStanding({player}, {standing});
[then]{player} is removed from the game because {text}=law.removePlayer({player}, {text});
[then]everybody is told {text}=law.announce({text});
[then]everybody is told {text} about {value}=law.announce({text}, {value});
[then]everybody is told {text} about {value} and {value2}=law.announce({text}, {value}, {value2});

## Secrets
[then]that ballot is secret to all but {player}=law.conceal($ballot, {player});
[then]that ballot is shown to all=law.reveal($ballot);
[then]that action is secret to all but {player}=law.conceal($offer, {player});
[then]that action is shown to all=law.reveal($offer);

## Setting times, opening actions
[then]the time {text} comes in {time}=law.schedule({text}, law.now().plusSeconds({time}));
[then]the time {text} comes {time} after that time=law.schedule({text}, $time.plusSeconds({time}));
[then]the time {text} is cancelled=law.cancel({text});
[then]{player} may take the action {text}, called {text2}=law.offer({player}, {text}, {text2});
[then]{player} may take the action {text}, called {text2}, with {input}=law.offer({player}, {text}, {text2}, {input});
[then]{player} may take the action {text}, called {text2}, with {input} and {input2}=law.offer({player}, {text}, {text2}, {input}, {input2});
[then]{player} may no longer take the action {text}=law.withdraw({player}, {text});

## Judging
[then]{player} becomes the Judge of {case}=law.appointJudge({case}, {player});
[then]the judgment of {case} is overruled=law.overrule({case});
[then]{case} is closed=law.closeCase({case});

## Words for players
[*][player]that player=$player
[*][player]the other player=$other
[*][player]the author=$author
[*][player]the Judge=$judge
[*][player]the player given as {text}=$action.text({text})

## Words for proposals, rules and cases
[*][proposal]that proposal=$proposal
[*][proposal]proposal {number}={number}
[*][rule]that rule=$rule
[*][rule]rule {number}={number}
[*][rule]the other rule=$otherrule
[*][rule]the rule against it=$against
[*][rule]the rule that asks for it=$wisher
[*][rule]the rule given as {text}=(int) $action.number({text})
[*][proposal]the proposal given as {text}=(int) $action.number({text})
[*][case]that case=$case
[*][case]case {number}={number}

## Words for numbers
[*][number]one=1
[*][number]two=2
[*][number]three=3
[*][number]four=4
[*][number]five=5
[*][number]six=6
[*][number]seven=7
[*][number]eight=8
[*][number]nine=9
[*][number]ten=10
[*][number]that amount=$amount
[*][number]the amount before=$before
[*][number]the amount after=$after
[*][number]that seat=$seat
[*][number]that turn=$turn
[*][number]that circuit=$circuit
[*][number]the number on the die=$die
[*][number]the number given as {text}=$action.number({text})
[*][number]half of {number}=({number} / 2)
[*][number]twice {number}=({number} * 2)
[*][number]{number} plus {number2}=({number} + {number2})
[*][number]{number} minus {number2}=({number} - {number2})
[*][number]{number} times {number2}=({number} * {number2})
[*][number]{number} percent of {number2}=({number2} * {number} / 100)

## Other words
[*][asset]point="points"
[*][text]that reason=$reason
[*][text]the text given as {text}=$action.text({text})
[*][choice]for=Choice.FOR
[*][choice]against=Choice.AGAINST
[*][choice]abstention=Choice.ABSTAIN
[*][choice]that choice=$choice
[*][answer]true=Answer.TRUE
[*][answer]false=Answer.FALSE
[*][answer]a paradox=Answer.PARADOX
[*][answer]undecidable=Answer.UNDECIDABLE
[*][answer]impossible=Answer.IMPOSSIBLE
[*][answer]that answer=$answer
[*][standing]active=Standing.ACTIVE
[*][standing]idle=Standing.IDLE
[*][standing]away=Standing.AWAY
[*][time]a minute=60
[*][time]an hour=3600
[*][time]a day=86400
[*][time]a week=604800
[*][time]{number} minutes=({number} * 60L)
[*][time]{number} hours=({number} * 3600L)
[*][time]{number} days=({number} * 86400L)
[*][input]a number {text} from {number} to {number2}=Input.number({text}, {number}, {number2})
[*][input]a text {text} of at most {number} characters=Input.text({text}, {number})
[*][input]one of {text} and {text2} as {text3}=Input.choice({text3}, java.util.List.of({text}, {text2}))
[*][input]a player {text}=Input.player({text})
[*][input]yes or no {text}=Input.flag({text})
