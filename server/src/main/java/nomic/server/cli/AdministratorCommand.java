package nomic.server.cli;

import nomic.server.CannotStart;
import nomic.server.account.Account;
import nomic.server.account.AccountName;
import nomic.server.account.Accounts;
import nomic.server.store.Database;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Clock;
import java.util.concurrent.Callable;

/** Makes an account that of an administrator, or an ordinary one again. */
@Command(
        name = "administrator",
        description = {
            "Lets an account administer the server; stop a server on H2 before.",
            "The owner has to log in again. The exit status is 1 if there is no such account."
        },
        mixinStandardHelpOptions = true)
final class AdministratorCommand implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private Storage storage = new Storage();

    @Option(names = "--revoke", description = "makes it an ordinary account again")
    private boolean revoke;

    @Parameters(paramLabel = "NAME", description = "the name of the account")
    private String name = "";

    private record AdministratorView(String name, boolean found, boolean administrator) {}

    @Override
    public Integer call() {
        try {
            return storage.withDatabase(this::change);
        } catch (CannotStart e) {
            throw output.wrong(e);
        }
    }

    private int change(Database database) {
        var accounts = new Accounts(database.sessions(), Clock.systemUTC());
        String normal = AccountName.normal(name);
        Account account = normal == null ? null : accounts.byName(normal);
        if (account != null) {
            accounts.setAdministrator(account.id(), !revoke);
        }
        String shown = account == null ? name : account.name();
        if (output.json()) {
            output.json(new AdministratorView(shown, account != null, account != null && !revoke));
        } else {
            output.line(
                    shown
                            + (account == null
                                    ? " has no account here"
                                    : revoke
                                            ? " is no administrator any more"
                                            : " is an administrator"));
        }
        return account == null ? Nomic.REFUSED : Nomic.OK;
    }
}
