import PolicyDiff
import PolicyModel

/// The contents and comparisons that one question about one policy needs, each read and made once.
///
/// Used by one thread: every policy of a question has its own.
final class Texts {
    private struct Key: Hashable {
        let text: ObjectID?
        let rules: ObjectID?

        init(_ record: PolicyRecord) {
            self.text = record.text
            self.rules = record.rules
        }
    }

    private struct Pair: Hashable {
        let old: Key
        let new: Key
    }

    let source: any PolicySource
    private let compare: Comparer
    let options: ComparisonOptions
    // Parsed texts are large beside their comparisons: a few recent ones are kept, which is what walking a timeline needs.
    private var contents: [(key: Key, content: PolicyContent)] = []
    private var comparisons: [Pair: Comparison] = [:]
    private static let keptContents = 12

    init(_ chronicle: Chronicle) {
        self.source = chronicle.source
        self.compare = chronicle.compare
        self.options = chronicle.options
    }

    func content(of record: PolicyRecord) throws -> PolicyContent {
        let key = Key(record)
        if let place = contents.firstIndex(where: { $0.key == key }) {
            let found = contents.remove(at: place)
            contents.append(found)
            return found.content
        }
        let content = try source.content(of: record)
        if contents.count == Self.keptContents { contents.removeFirst() }
        contents.append((key, content))
        return content
    }

    func comparison(from old: PolicyRecord, to new: PolicyRecord) throws -> Comparison {
        let pair = Pair(old: Key(old), new: Key(new))
        if pair.old == pair.new { return Comparison(changes: []) }
        if let known = comparisons[pair] { return known }
        let comparison = compare(try content(of: old), try content(of: new), options)
        comparisons[pair] = comparison
        return comparison
    }

    /// Compares two contents that nobody recorded as they are, such as what binds where rules have days of their own.
    func comparison(of old: PolicyContent, and new: PolicyContent) -> Comparison {
        old == new ? Comparison(changes: []) : compare(old, new, options)
    }

    /// Returns the texts of all clauses and headings of a record.
    func wordings(of record: PolicyRecord) throws -> Set<String> {
        let document = try content(of: record).document
        return Set(document.clauses.map(\.text)).union(document.sections.map(\.heading))
    }

    /// Whether a reader would have to be told of what lies between two records.
    func differInSubstance(_ old: PolicyRecord, _ new: PolicyRecord) throws -> Bool {
        try comparison(from: old, to: new).changes.contains { $0.significance > .editorial }
    }

    /// Whether both records carry the same bytes of text and rules.
    func areIdentical(_ old: PolicyRecord, _ new: PolicyRecord) -> Bool { Key(old) == Key(new) }
}
