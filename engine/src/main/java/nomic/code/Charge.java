package nomic.code;

/** How a call of a library member is paid for, as written behind the member in the allow list. */
enum Charge {
    /** No more than the step itself. */
    NONE,
    /** Fuel for all elements of receiver and arguments. */
    SCANS,
    /** The same, and fuel for each place of a text times the length of what is sought there. */
    SEARCHES,
    /** Fuel and bytes for all elements of receiver and arguments. */
    COPIES,
    /** Fuel for the arguments, and a few bytes for one more element. */
    ADDS,
    /** Fuel and bytes for the arguments. */
    APPENDS,
    /** Fuel by the number of digits of receiver and arguments, which is bounded. */
    NUMBERS,
    /** Bytes for the capacity that an integer argument asks for. */
    CAPACITY,
    /** Bytes for a small object that the library makes. */
    MAKES,
    /** The same for a stage of a stream, through which every element goes. */
    STAGES,
    /** Bytes for each element of a stream that is kept. */
    KEEPS,
    /** Bytes for a view of a collection, of which few may lie on one another. */
    VIEWS,
    /** What comes back pays for each of its calls, see {@link Paying}. */
    WRAPS,
    /** The call goes to a method of the same name in {@link Guards}. */
    GUARDED,
    /** Likewise, with all arguments in one array. */
    GATHERED
}
