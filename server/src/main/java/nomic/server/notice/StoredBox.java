package nomic.server.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one account has been told. Who adds something locks its row. */
@Entity
@Table(name = "notice_box")
public class StoredBox {
    @Id String account;

    long last;

    @Column(name = "read_to")
    long read;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredBox() {}

    StoredBox(String account) {
        this.account = account;
    }
}
