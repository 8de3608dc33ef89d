package import PolicyModel

/// In which policies and versions a phrase stands, when it came and when it went.
package struct SearchAnswer: Hashable, Sendable {
    /// One policy in which it stands, or stood.
    package struct Entry: Hashable, Sendable {
        /// The policy.
        package let policy: PolicyName
        /// The stretches of versions in which it stands, newest first.
        package let runs: [Run]
        /// The clauses that are quoted, each once: first those of the newest version that has any, then earlier ones, latest first.
        package let clauses: [Clause]
        /// How many clauses of that version hold it.
        package let newest: Int
        /// How many clauses hold it, those of all versions that were looked at.
        package let clauseCount: Int
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

    /// Which clauses are quoted.
    package enum Quotation: Hashable, Sendable {
        /// Those of the newest version that has any, so many at most.
        case newest(most: Int)
        /// Those of all versions.
        case all
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
    ///   - quotation: Which clauses are quoted of each policy.
    /// - Throws: `QueryError` where the text holds no word or a policy is unknown; what the sources throw.
    package func search(
        _ text: String, in phrases: any PhraseSource, policies names: [String] = [], inForce: Bool = false,
        quoting quotation: SearchAnswer.Quotation = .all
    ) throws -> SearchAnswer {
        var phrase = text[...]
        while let last = phrase.last, last == "*" || last == " " { phrase.removeLast() }
        guard phrase.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        else { throw QueryError.nothingToSearch(text) }
        let asked = names.isEmpty ? nil : Set(try histories(named: names).map(\.id))
        let entries = try phrases.find(String(phrase), isPrefix: text.hasSuffix("*")) { found, clauses in
            var places: [PolicyID: (history: PolicyHistory, found: [FoundPhrase])] = [:]
            for (found, history) in zip(found, try source.histories(of: found.map(\.policy))) {
                // What only a history holds that was rewritten since is in no policy any more.
                guard let history, asked?.contains(history.id) ?? true else { continue }
                places[history.id, default: (history, [])].found.append(found)
            }
            return try places.values.sorted { $0.history.id < $1.history.id }.compactMap {
                try entry(of: $0.found, in: $0.history, clauses, inForce: inForce, quotation)
            }
        }
        return SearchAnswer(
            phrase: text, inForceOn: inForce ? now.today : nil, entries: entries,
            newestRecorded: source.newest.recorded, findings: source.findings)
    }

    /// Returns when the phrase came and went in one policy; nil where it does not stand in it.
    private func entry(
        of found: [FoundPhrase], in history: PolicyHistory, _ clauses: any ClauseReader, inForce: Bool,
        _ quotation: SearchAnswer.Quotation
    ) throws -> SearchAnswer.Entry? {
        let holding = PhraseHolding(found, in: history.records, clauses)
        guard var newest = holding.holds.lastIndex(of: true), let timeline = try timeline(of: history) else {
            return nil
        }
        if inForce {
            guard let state = try timeline.state(at: present, .effective), holding.holds[state.entry] else {
                return nil
            }
            newest = state.entry
        }
        let standing = try holding.clauses(in: newest)
        var quoted = standing
        switch quotation {
        case .newest(let most): quoted = Array(standing.prefix(most))
        case .all where !inForce: quoted += try holding.clauses(notIn: newest)
        case .all: break
        }
        return SearchAnswer.Entry(
            policy: try timeline.name(), runs: timeline.runs(holding.holds),
            clauses: try quoted.map {
                SearchAnswer.Clause(text: try clauses.text(of: $0), runs: timeline.runs(holding.holds(of: $0)))
            }, newest: standing.count, clauseCount: inForce ? standing.count : holding.clauseCount)
    }
}

extension Timeline {
    /// Returns the stretches of records that hold something, newest first.
    fileprivate func runs(_ holds: [Bool]) -> [SearchAnswer.Run] {
        var runs: [SearchAnswer.Run] = []
        var first: Int?
        for entry in 0...holds.count {
            let isHeld = entry < holds.count && holds[entry]
            if isHeld {
                first = first ?? entry
            } else if let came = first {
                runs.append(
                    SearchAnswer.Run(
                        came: point(came), went: entry < holds.count ? point(entry) : nil, versions: entry - came))
                first = nil
            }
        }
        return runs.reversed()
    }

    private func point(_ entry: Int) -> SearchAnswer.Point {
        let point = points[position(ofEntry: entry).point]
        let record = records[entry]
        return SearchAnswer.Point(
            label: point.label, recorded: record.recorded, commit: record.commit, isEnd: point.isEnd)
    }
}
