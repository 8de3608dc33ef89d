package import PolicyModel

/// In which policies and versions a phrase stands, when it came and when it went.
package struct SearchAnswer: Hashable, Sendable {
    /// One policy in which it stands, or stood.
    package struct Entry: Hashable, Sendable {
        /// The policy.
        package let policy: PolicyName
        /// The stretches of versions in which it stands, newest first.
        package let runs: [Run]
        /// The clauses that hold it, each once: first those of the newest version that has any, then earlier ones, latest first.
        package let clauses: [Clause]
        /// How many of them are of the newest version.
        package let newest: Int
    }

    /// One clause, heading or rule that holds the phrase.
    package struct Clause: Hashable, Sendable {
        /// Its text.
        package let text: String
        /// The stretches of versions in which it stands, newest first.
        package let runs: [Run]
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
        let clauses = Holding.clauses(found, in: history.records)
        var holds = [Bool](repeating: false, count: history.records.count)
        for clause in clauses { for entry in clause.entries { holds[entry] = true } }
        guard var newest = holds.lastIndex(of: true), let timeline = try timeline(of: history) else { return nil }
        if inForce {
            guard let state = try timeline.state(at: present, .effective), holds[state.entry] else { return nil }
            newest = state.entry
        }
        func point(_ entry: Int) -> SearchAnswer.Point {
            let point = timeline.points[timeline.position(ofEntry: entry).point]
            let record = history.records[entry]
            return SearchAnswer.Point(
                label: point.label, recorded: record.recorded, commit: record.commit, isEnd: point.isEnd)
        }
        func runs(_ entries: [Int]) -> [SearchAnswer.Run] {
            var runs: [SearchAnswer.Run] = []
            var first = 0
            for place in entries.indices {
                let next = entries[place] + 1
                if place + 1 < entries.count, entries[place + 1] == next { continue }
                runs.append(
                    SearchAnswer.Run(
                        came: point(entries[first]), went: next < holds.count ? point(next) : nil,
                        versions: place + 1 - first))
                first = place + 1
            }
            return runs.reversed()
        }
        let standing = clauses.filter { $0.stands(in: newest) }
        let former = inForce ? [] : clauses.filter { !$0.stands(in: newest) }.sorted { $0.last > $1.last }
        return SearchAnswer.Entry(
            policy: try timeline.name(), runs: runs(holds.indices.filter { holds[$0] }),
            clauses: (standing + former).map { SearchAnswer.Clause(text: $0.text, runs: runs($0.entries)) },
            newest: standing.count)
    }
}

/// A clause that holds a phrase, with the records that it stands in.
private struct Holding {
    let text: String
    /// The places of the records, oldest first; never empty.
    let entries: [Int]

    var last: Int { entries[entries.count - 1] }

    func stands(in entry: Int) -> Bool {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < entry { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low] == entry
    }

    /// Returns what was found under the names of a policy, clause by clause, in the order in which they were first met.
    static func clauses(_ found: [FoundPhrase], in records: [PolicyRecord]) -> [Holding] {
        var clauses: [Holding] = []
        for place in found {
            var bearers: [Int: [Int]] = [:]
            for (entry, record) in records.enumerated() {
                guard let number = FoundPhrase.Content(record).flatMap({ place.numbers[$0] }) else { continue }
                bearers[number, default: []].append(entry)
            }
            for clause in place.clauses {
                let entries = clause.contents.joined().flatMap { bearers[$0] ?? [] }
                if !entries.isEmpty { clauses.append(Holding(text: clause.text, entries: entries.sorted())) }
            }
        }
        // Under one name each clause is there once; an earlier name may have brought it, too.
        if found.count == 1 { return clauses }
        var places: [String: Int] = [:]
        var merged: [Holding] = []
        for clause in clauses {
            if let place = places[clause.text] {
                merged[place] = Holding(
                    text: clause.text, entries: Set(merged[place].entries + clause.entries).sorted())
            } else {
                places[clause.text] = merged.count
                merged.append(clause)
            }
        }
        return merged
    }
}
