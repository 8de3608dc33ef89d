package import PolicyModel

/// In which policies and versions a phrase stands, when it came and when it went.
package struct SearchAnswer: Hashable, Sendable {
    /// One policy in which it stands, or stood.
    package struct Entry: Hashable, Sendable {
        /// The policy.
        package let policy: PolicyName
        /// The stretches of versions in which it stands, newest first.
        package let runs: [Run]
        /// A clause that holds it: of the newest version that does.
        package let clause: String
    }

    /// Versions that follow one another and hold the phrase.
    package struct Run: Hashable, Sendable {
        /// The first of them: with it the phrase came.
        package let came: Point
        /// The version with which it went; nil where it stands in the newest one.
        package let went: Point?
        /// How many records hold it.
        package let versions: Int
    }

    /// A version, as far as the line tells of it.
    package struct Point: Hashable, Sendable {
        /// Its label.
        package let label: String
        /// When it was recorded.
        package let recorded: Instant
        /// By which commit.
        package let commit: ObjectID
        /// Whether it is the end of the policy.
        package let isEnd: Bool
    }

    /// What was looked for.
    package let phrase: String
    /// The day for which only texts in force were looked at; nil where all versions were.
    package let inForceOn: CivilDate?
    /// The policies, by id.
    package let entries: [Entry]
    /// When the newest commit was made.
    package let newestRecorded: Instant
    /// What was noticed in the repository.
    package let findings: [Finding]
}

extension Chronicle {
    /// Returns in which policies and versions a phrase stands.
    ///
    /// - Parameters:
    ///   - text: The words that follow one another; a `*` at the end lets the last one go on.
    ///   - phrases: Where phrases are looked up.
    ///   - policies: The policies as people name them; all where empty.
    ///   - inForce: Whether only texts that are in force today count.
    /// - Throws: `QueryError` where the text holds no word or a policy is unknown; what the sources throw.
    package func search(
        _ text: String, in phrases: any PhraseSource, policies names: [String] = [], inForce: Bool = false
    ) throws -> SearchAnswer {
        var phrase = text[...]
        while let last = phrase.last, last == "*" || last == " " { phrase.removeLast() }
        guard phrase.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        else { throw QueryError.nothingToSearch(text) }
        let asked = names.isEmpty ? nil : Set(try histories(named: names).map(\.id))
        var found: [PolicyID: [FoundPhrase]] = [:]
        var histories: [PolicyID: PolicyHistory] = [:]
        for place in try phrases.find(String(phrase), isPrefix: text.hasSuffix("*")) {
            // What only a history holds that was rewritten since is in no policy any more.
            guard let history = try source.history(of: place.policy), asked?.contains(history.id) ?? true else {
                continue
            }
            histories[history.id] = history
            found[history.id, default: []].append(place)
        }
        let items = histories.values.sorted { $0.id < $1.id }.map { (history: $0, found: found[$0.id] ?? []) }
        let entries = try concurrentMap(items) { try entry($0.found, in: $0.history, inForce: inForce) }
        return SearchAnswer(
            phrase: text, inForceOn: inForce ? now.today : nil, entries: entries.compactMap { $0 },
            newestRecorded: source.newest.recorded, findings: source.findings)
    }

    private func entry(
        _ found: [FoundPhrase], in history: PolicyHistory, inForce: Bool
    ) throws -> SearchAnswer.Entry? {
        let places = found.map(Holding.init)
        let holds = history.records.map { record in
            FoundPhrase.Content(record).map { content in places.contains { $0.holds(content) } } ?? false
        }
        guard let newest = holds.lastIndex(of: true), let timeline = try timeline(of: history) else { return nil }
        if inForce {
            guard let state = try timeline.state(at: present, .effective), holds[state.entry] else { return nil }
        }
        func point(_ entry: Int) -> SearchAnswer.Point {
            let point = timeline.points[timeline.position(ofEntry: entry).point]
            let record = history.records[entry]
            return SearchAnswer.Point(
                label: point.label, recorded: record.recorded, commit: record.commit, isEnd: point.isEnd)
        }
        var runs: [SearchAnswer.Run] = []
        var first: Int?
        for entry in holds.indices {
            if holds[entry], first == nil { first = entry }
            guard let begun = first, !holds[entry] || entry == holds.count - 1 else { continue }
            let end = holds[entry] ? nil : point(entry)
            runs.append(
                SearchAnswer.Run(came: point(begun), went: end, versions: (end == nil ? entry + 1 : entry) - begun))
            first = nil
        }
        let clause = FoundPhrase.Content(history.records[newest]).flatMap { content in
            places.lazy.compactMap { $0.clause(in: content) }.first
        }
        return SearchAnswer.Entry(policy: try timeline.name(), runs: runs.reversed(), clause: clause ?? "")
    }
}

/// What was found under one name of a policy, for looking up contents.
private struct Holding {
    let numbers: [FoundPhrase.Content: Int]
    let clauses: [FoundPhrase.Clause]
    private let held: Set<Int>

    init(_ found: FoundPhrase) {
        numbers = found.numbers
        clauses = found.clauses
        held = Set(found.clauses.flatMap { $0.contents.joined() })
    }

    func holds(_ content: FoundPhrase.Content) -> Bool { numbers[content].map { held.contains($0) } ?? false }

    /// The text of a clause that holds the phrase in a content, the shortest first.
    func clause(in content: FoundPhrase.Content) -> String? {
        guard let number = numbers[content] else { return nil }
        return clauses.filter { $0.contents.contains { $0.contains(number) } }.map(\.text).min {
            ($0.utf8.count, $0) < ($1.utf8.count, $1)
        }
    }
}
