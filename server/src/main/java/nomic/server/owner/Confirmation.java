package nomic.server.owner;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;
import static nomic.server.web.ProblemType.BUSY;
import static nomic.server.web.ProblemType.WRONG_PASSWORD;

import nomic.server.account.Account;
import nomic.server.account.AccountName;
import nomic.server.account.AccountRoutes;
import nomic.server.account.Passwords;
import nomic.server.rate.Rates;
import nomic.server.token.Authentication;
import nomic.server.token.Identity;
import nomic.server.token.Scope;
import nomic.server.web.Body;
import nomic.server.web.Rejection;
import nomic.server.web.Request;

/** Makes sure that it is the owner who changes an account, and not a device left open. */
public final class Confirmation {
    private final Authentication authentication;
    private final Passwords passwords;
    private final Rates rates;

    public Confirmation(Authentication authentication, Passwords passwords, Rates rates) {
        this.rates = rates;
        this.authentication = authentication;
        this.passwords = passwords;
    }

    /** Who asks, if a member of the body is the password; rejects everybody else. */
    Identity owner(Request request, Body body, String member) {
        Identity identity = authentication.identity(request, Scope.ACCOUNT);
        Account account = identity.account();
        String password = body.text(member, AccountRoutes.LONGEST_PASSWORD, "");
        rates.login(request);
        rates.name(request, AccountName.key(account.name()));
        Boolean right = passwords.matches(account.passwordHash(), password);
        if (right == null) {
            throw busy();
        }
        if (!right) {
            throw WRONG_PASSWORD
                    .because("Member '" + member + "' is not your password.")
                    .rejection();
        }
        return identity;
    }

    /** The hash of a new password; rejects one that is too short. */
    String hash(Body body, String member) {
        String password = body.text(member, AccountRoutes.LONGEST_PASSWORD, "");
        if (password.codePointCount(0, password.length()) < AccountRoutes.SHORTEST_PASSWORD) {
            throw BAD_ARGUMENT
                    .because(
                            "Member '%s' must have %d to %d characters."
                                    .formatted(
                                            member,
                                            AccountRoutes.SHORTEST_PASSWORD,
                                            AccountRoutes.LONGEST_PASSWORD))
                    .rejection();
        }
        String hash = passwords.hash(password);
        if (hash == null) {
            throw busy();
        }
        return hash;
    }

    private static Rejection busy() {
        return BUSY.because("Too many people log in just now.")
                .withHeader("Retry-After", "2")
                .rejection();
    }
}
