import PolicyDiff
import PolicyModel

/// What was worked out about the texts of one source, read from and put into the cache that outlives the run.
///
/// Keys name contents by their ids, so what is kept holds for ever; the forms are compact, since an archive has many.
struct KeptResults {
    /// One text with its rules.
    struct Content: Hashable {
        let text: ObjectID?
        let rules: ObjectID?

        init(_ record: PolicyRecord) {
            self.text = record.text
            self.rules = record.rules
        }
    }

    let cache: any ComparisonCache
    let layout: Layout
    let options: ComparisonOptions

    // MARK: Comparisons

    func comparison(_ old: Content, _ new: Content) -> Comparison? {
        bytes(comparisonKey(old, new)).flatMap { Comparison(packed: $0) }
    }

    func keep(_ comparison: Comparison, _ old: Content, _ new: Content) {
        cache.keep(comparison.packed, as: comparisonKey(old, new))
    }

    private func comparisonKey(_ old: Content, _ new: Content) -> CacheKey {
        key("comparison") {
            $0.add(old)
            $0.add(new)
        }
    }

    /// Whether a comparison has found substance; nil where it is not known.
    func differInSubstance(_ old: Content, _ new: Content) -> Bool? {
        switch bytes(substanceKey(old, new)) {
        case [1]: true
        case [0]: false
        default: nil
        }
    }

    func keep(differInSubstance: Bool, _ old: Content, _ new: Content) {
        cache.keep([differInSubstance ? 1 : 0], as: substanceKey(old, new))
    }

    private func substanceKey(_ old: Content, _ new: Content) -> CacheKey {
        key("substance") {
            $0.add(old)
            $0.add(new)
        }
    }

    /// Whether a comparison of each pair has found anything; nil where that is not known of all.
    func differ(_ pairs: [(old: Content, new: Content)]) -> [Bool]? {
        guard let bytes = bytes(differKey(pairs)), bytes.count == pairs.count, bytes.allSatisfy({ $0 < 2 }) else {
            return nil
        }
        return bytes.map { $0 == 1 }
    }

    func keep(differ: [Bool], _ pairs: [(old: Content, new: Content)]) {
        cache.keep(differ.map { $0 ? 1 : 0 }, as: differKey(pairs))
    }

    private func differKey(_ pairs: [(old: Content, new: Content)]) -> CacheKey {
        key("differ") {
            $0.add(all: pairs) {
                $0.add($1.old)
                $0.add($1.new)
            }
        }
    }

    // MARK: Texts

    func outline(_ content: Content, path: String) -> Outline? {
        bytes(outlineKey(content, path)).flatMap { Outline(packed: $0) }
    }

    func keep(_ outline: Outline, _ content: Content, path: String) {
        cache.keep(outline.packed, as: outlineKey(content, path))
    }

    private func outlineKey(_ content: Content, _ path: String) -> CacheKey {
        key("outline") {
            $0.add(content)
            $0.add(path)  // Findings name it.
        }
    }

    func wordings(_ content: Content) -> Wordings? {
        bytes(key("wordings") { $0.add(content) }).flatMap { Wordings(packed: $0) }
    }

    func keep(_ wordings: Wordings, _ content: Content) {
        cache.keep(wordings.packed, as: key("wordings") { $0.add(content) })
    }

    // MARK: Origins

    /// Which step of a window brought each net change, by its place among them; nil where it is not known.
    func origins(from old: Content, steps: [Content], changes: Int) -> [Int?]? {
        guard let bytes = bytes(originsKey(old, steps)) else { return nil }
        var unpacker = Unpacker(bytes)
        let origins = try? unpacker.all { (unpacker) throws(Unpacker.Damaged) in
            try unpacker.optional { (unpacker) throws(Unpacker.Damaged) in try unpacker.integer() }
        }
        guard let origins, origins.count == changes,
            origins.allSatisfy({ $0.map { steps.indices.contains($0) } ?? true })
        else { return nil }
        return origins
    }

    func keep(origins: [Int?], from old: Content, steps: [Content]) {
        var packer = Packer()
        packer.add(all: origins) { $0.add($1) { $0.add($1) } }
        cache.keep(packer.bytes, as: originsKey(old, steps))
    }

    private func originsKey(_ old: Content, _ steps: [Content]) -> CacheKey {
        key("origins") {
            $0.add(old)
            $0.add(all: steps) { $0.add($1) }
        }
    }

    // MARK: Parts

    /// What was found of each part of the last content of a line; nil where it is not known.
    func outcomes(along line: [Content], wordings: Bool, count: Int) -> [Tracing.Outcome]? {
        guard let bytes = bytes(outcomesKey(line, wordings)) else { return nil }
        var unpacker = Unpacker(bytes)
        let outcomes = try? unpacker.all { (unpacker) throws(Unpacker.Damaged) in
            Tracing.Outcome(
                since: try unpacker.integer(),
                wordings: try unpacker.all { (unpacker) throws(Unpacker.Damaged) in
                    (
                        place: try unpacker.integer(), text: try unpacker.text(),
                        significance: try unpacker.optionalText().flatMap { Significance(rawValue: $0) }
                    )
                })
        }
        guard let outcomes, outcomes.count == count, unpacker.isAtEnd,
            outcomes.allSatisfy({ ([$0.since] + $0.wordings.map(\.place)).allSatisfy(line.indices.contains) })
        else { return nil }
        return outcomes
    }

    func keep(outcomes: [Tracing.Outcome], along line: [Content], wordings: Bool) {
        var packer = Packer()
        packer.add(all: outcomes) {
            $0.add($1.since)
            $0.add(all: $1.wordings) {
                $0.add($1.place)
                $0.add($1.text)
                $0.addOptional($1.significance?.rawValue)
            }
        }
        cache.keep(packer.bytes, as: outcomesKey(line, wordings))
    }

    private func outcomesKey(_ line: [Content], _ wordings: Bool) -> CacheKey {
        key("outcomes") {
            $0.add(wordings)
            $0.add(all: line) { $0.add($1) }
        }
    }

    // MARK: Keys

    private func bytes(_ key: CacheKey) -> [UInt8]? { cache.kept([key]).first ?? nil }

    private func key(_ kind: String, _ write: (inout Packer) -> Void) -> CacheKey {
        CacheKey(kind) {
            $0.add(layout.rawValue)
            $0.addOptional(options.language)
            $0.add(all: options.overrides)
            write(&$0)
        }
    }
}

extension Packer {
    fileprivate mutating func add(_ content: KeptResults.Content) {
        add(content.text) { $0.add($1) }
        add(content.rules) { $0.add($1) }
    }
}
