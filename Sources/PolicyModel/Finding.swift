/// Something that is wrong, or worth knowing, in a policy or a repository: a value, so that reading goes on and all are reported.
public struct Finding: Hashable, Sendable {
    /// How much it matters.
    public enum Severity: String, Hashable, Sendable, Comparable {
        case note, warning, error

        /// Orders a note before a warning before an error.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A stable kebab-case id such as `text-not-utf8`.
    public let id: String
    /// How much it matters.
    public let severity: Severity
    /// One sentence that names the thing.
    public let message: String
    /// Where it is, if it has a place.
    public let place: Place?
    /// What to do about it, one sentence, where something can be done.
    public let fix: String?

    /// Makes a finding.
    public init(id: String, severity: Severity, message: String, place: Place? = nil, fix: String? = nil) {
        self.id = id
        self.severity = severity
        self.message = message
        self.place = place
        self.fix = fix
    }
}

/// A place in a file of a policy.
public struct Place: Hashable, Sendable {
    /// The path as shown to people, relative to the repository, or as given on the command line.
    public let path: String
    /// The lines, where known.
    public let lines: LineRange?

    /// Makes a place.
    public init(path: String, lines: LineRange? = nil) {
        self.path = path
        self.lines = lines
    }
}

/// Lines of a text, counted from 1, both ends included.
public struct LineRange: Hashable, Sendable {
    /// The first line, from 1.
    public let first: Int
    /// The last line, not before the first.
    public let last: Int

    /// Makes the range; `last` is raised to `first` where it lies before it.
    public init(_ first: Int, _ last: Int) {
        self.first = first
        self.last = max(first, last)
    }
}
