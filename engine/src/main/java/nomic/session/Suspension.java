package nomic.session;

/** A revision that is to be left out of a command since it broke when it was tried. */
record Suspension(int rule, int revision, Fault fault) {}
