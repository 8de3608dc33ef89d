import PolicyDiff
import PolicyModel

/// The contents and comparisons that one question about one policy needs, each read and made once.
///
/// Used by one thread: every policy of a question has its own. What was worked out in an earlier run is taken from the cache, so that
/// most answers read no text at all.
final class Texts {
    private typealias Key = KeptResults.Content

    private struct Pair: Hashable {
        let old: Key
        let new: Key
    }

    let source: any PolicySource
    private let reader: any ContentReader
    private let compare: Comparer
    let options: ComparisonOptions
    private let kept: KeptResults?
    // Parsed texts are large beside their comparisons: a few recent ones are kept, which is what walking a timeline needs.
    private var contents: [(key: Key, content: PolicyContent)] = []
    private var comparisons: [Pair: Comparison] = [:]
    private static let keptContents = 12

    init(_ chronicle: Chronicle) {
        self.source = chronicle.source
        self.reader = chronicle.source.contentReader()
        self.compare = chronicle.compare
        self.options = chronicle.options
        self.kept = chronicle.cache.map {
            KeptResults(cache: $0, layout: chronicle.source.layout, options: chronicle.options)
        }
    }

    func content(of record: PolicyRecord) throws -> PolicyContent {
        let key = Key(record)
        if let place = contents.firstIndex(where: { $0.key == key }) {
            let found = contents.remove(at: place)
            contents.append(found)
            return found.content
        }
        let content = try reader.content(of: record)
        if contents.count == Self.keptContents { contents.removeFirst() }
        contents.append((key, content))
        return content
    }

    func comparison(from old: PolicyRecord, to new: PolicyRecord) throws -> Comparison {
        let pair = Pair(old: Key(old), new: Key(new))
        if pair.old == pair.new { return Comparison(changes: []) }
        if let known = comparisons[pair] { return known }
        let comparison: Comparison
        if let known = kept?.comparison(pair.old, pair.new) {
            comparison = known
        } else {
            comparison = compare(try content(of: old), try content(of: new), options)
            kept?.keep(comparison, pair.old, pair.new)
        }
        comparisons[pair] = comparison
        return comparison
    }

    /// Whether a comparison of each pair finds anything, be it a comma.
    ///
    /// Answers to this alone are kept for all pairs together: a question about a long window has many.
    func differ(_ pairs: [(old: PolicyRecord, new: PolicyRecord)]) throws -> [Bool] {
        if pairs.isEmpty { return [] }
        let keys = pairs.map { (old: Key($0.old), new: Key($0.new)) }
        if let known = kept?.differ(keys) { return known }
        let differ = try pairs.map { try !comparison(from: $0.old, to: $0.new).changes.isEmpty }
        kept?.keep(differ: differ, keys)
        return differ
    }

    /// Compares two contents that nobody recorded as they are, such as what binds where rules have days of their own.
    func comparison(of old: PolicyContent, and new: PolicyContent) -> Comparison {
        old == new ? Comparison(changes: []) : compare(old, new, options)
    }

    /// Returns what answers tell of a record's text beside its changes.
    func outline(of record: PolicyRecord) throws -> Outline {
        let key = Key(record)
        if let known = kept?.outline(key, path: record.path) { return known }
        let outline = Outline(try content(of: record))
        kept?.keep(outline, key, path: record.path)
        return outline
    }

    /// Returns the wordings of all clauses and headings of a record.
    func wordings(of record: PolicyRecord) throws -> Wordings {
        let key = Key(record)
        if let known = kept?.wordings(key) { return known }
        let wordings = Wordings(try content(of: record).document)
        kept?.keep(wordings, key)
        return wordings
    }

    /// Whether a reader would have to be told of what lies between two records.
    func differInSubstance(_ old: PolicyRecord, _ new: PolicyRecord) throws -> Bool {
        let pair = Pair(old: Key(old), new: Key(new))
        if pair.old == pair.new { return false }
        if let known = comparisons[pair] { return known.isSubstantive }
        if let known = kept?.differInSubstance(pair.old, pair.new) { return known }
        // Most such pairs are asked about for this alone: the answer is kept, not the comparison.
        let comparison = compare(try content(of: old), try content(of: new), options)
        comparisons[pair] = comparison
        kept?.keep(differInSubstance: comparison.isSubstantive, pair.old, pair.new)
        return comparison.isSubstantive
    }

    /// Returns which step of a window brought each net change, worked out where that was not done before.
    ///
    /// - Parameters:
    ///   - old: the record that the net changes lead from.
    ///   - steps: the records of the window; nil where the policy had ended.
    ///   - changes: how many net changes there are.
    ///   - work: works it out: for each change the number of its step, nil where it stays untold.
    func origins(
        from old: PolicyRecord, steps: [PolicyRecord], changes: Int, _ work: () throws -> [Int?]
    ) throws -> [Int?] {
        let keys = steps.map { Key($0) }
        if let known = kept?.origins(from: Key(old), steps: keys, changes: changes) { return known }
        let origins = try work()
        kept?.keep(origins: origins, from: Key(old), steps: keys)
        return origins
    }

    /// Follows the parts of a text back along a line of records, where that was not done before.
    ///
    /// - Parameter work: follows them.
    func follow(
        _ tracing: inout Tracing, along line: [PolicyRecord], wordings: Bool, _ work: (inout Tracing) throws -> Void
    ) rethrows {
        let keys = line.map { Key($0) }
        let count = tracing.parts.count + tracing.rules.count
        if let known = kept?.outcomes(along: keys, wordings: wordings, count: count) {
            tracing.settle(known)
            return
        }
        try work(&tracing)
        kept?.keep(outcomes: tracing.outcomes, along: keys, wordings: wordings)
    }

    /// Whether both records carry the same bytes of text and rules.
    func areIdentical(_ old: PolicyRecord, _ new: PolicyRecord) -> Bool { Key(old) == Key(new) }
}

extension Comparison {
    fileprivate var isSubstantive: Bool { changes.contains { $0.significance > .editorial } }
}
