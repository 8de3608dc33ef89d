/// Where versions come from: the seam between the room that reads git and the rooms that think.
public protocol PolicySource: Sendable {
    /// How the repository lays its policies out.
    var layout: Layout { get }

    /// The settings of the newest commit; the defaults where there are none.
    var settings: Settings { get }

    /// The newest commit on the line and its committer date: what bounds every answer.
    var newest: (commit: ObjectID, recorded: Instant) { get }

    /// What was noticed on the way: ignored symlinks, blobs over the limit, dates that run backwards.
    var findings: [Finding] { get }

    /// The oldest commit of a shallow clone and its committer date, where its history is cut off; nil where the history is whole.
    ///
    /// Known once a history was asked for.
    var historyEnd: (commit: ObjectID, recorded: Instant)? { get }

    /// Returns the histories of all policies that ever stood in the repository, by id.
    ///
    /// - Throws: where the history cannot be read as a whole; a half-read history is never returned.
    func histories() throws -> [PolicyHistory]

    /// Returns the history of one policy, found by id or by an earlier id; nil where there never was such a policy.
    ///
    /// Cheaper than `histories()` where only one policy is asked for.
    func history(of id: PolicyID) throws -> PolicyHistory?

    /// Returns the histories of some policies, each found as `history(of:)` finds it.
    ///
    /// Cheaper than to ask for one after the other.
    func histories(of ids: [PolicyID]) throws -> [PolicyHistory?]

    /// Returns what a record's text says of itself; nil for a deletion.
    func statement(of record: PolicyRecord) throws -> VersionStatement?

    /// Returns the parsed text and rules of a record; empty content for a deletion.
    func content(of record: PolicyRecord) throws -> PolicyContent

    /// Returns what reads the contents of many records of a policy, one after the other.
    func contentReader() -> any ContentReader

    /// Returns the bytes of a record's text as they were recorded, front matter included; nil for a deletion.
    func text(of record: PolicyRecord) throws -> [UInt8]?

    /// Resolves a git revision (`HEAD~2`, a tag, an abbreviated id) to a commit; nil where git knows none.
    func commit(revision: String) throws -> ObjectID?

    /// Returns the place of a commit on the line of first parents, counted from 0 at its oldest commit; nil where it is not on
    /// the line (a commit of a merged branch).
    ///
    /// So that a revision which did not touch a policy still finds the version that stood there. Cheap for many calls.
    func position(of commit: ObjectID) throws -> Int?
}

/// Reads the contents of records as their source does, one after the other and on one thread: what stands in several is read once.
public protocol ContentReader: AnyObject {
    /// Returns the parsed text and rules of a record; empty content for a deletion.
    func content(of record: PolicyRecord) throws -> PolicyContent
}

extension PolicySource {
    /// Asks for one after the other.
    public func histories(of ids: [PolicyID]) throws -> [PolicyHistory?] { try ids.map { try history(of: $0) } }

    /// Returns a reader that reads each record by itself.
    public func contentReader() -> any ContentReader { EachByItself(source: self) }
}

/// The reader of a source whose texts are not read but there.
private final class EachByItself: ContentReader {
    private let source: any PolicySource

    init(source: any PolicySource) { self.source = source }

    func content(of record: PolicyRecord) throws -> PolicyContent { try source.content(of: record) }
}

/// How a repository lays its policies out.
public enum Layout: String, Hashable, Sendable, CaseIterable {
    /// A folder a policy, with `policy.md` and `rules.yaml`.
    case native
    /// Every Markdown file is a policy.
    case documents
}

/// One version's text and rules, parsed, with what was noticed in them.
public struct PolicyContent: Hashable, Sendable {
    /// The text.
    public let document: Document
    /// The rules, nil where there is no `rules.yaml` or it could not be read (then a finding says so).
    public let rules: RuleSet?
    /// What was noticed.
    public let findings: [Finding]

    /// Makes the content.
    public init(document: Document, rules: RuleSet? = nil, findings: [Finding] = []) {
        self.document = document
        self.rules = rules
        self.findings = findings
    }
}
