import Dispatch
import PolicyIndex
package import PolicyModel
import Synchronization

extension GitPolicySource: PhraseSource {
    /// How many texts are read before they are written down together.
    private static let batch = 64

    package func find<Answer>(
        _ phrase: String, isPrefix: Bool, _ answer: ([FoundPhrase], any ClauseReader) throws -> Answer
    ) throws -> Answer {
        let phrases = try phraseIndex()
        do {
            try refreshPhrases(phrases)
            try phrases.check()
            return try phrases.find(phrase, isPrefix: isPrefix, answer)
        } catch let error as IndexError where error.code == .damaged {
            try phrases.beginAnew()
        } catch let error as IndexError {
            // The disk is full, or another process writes for long: all the same in memory.
            note(indexFailure: error)
            let phrases = try PhraseIndex()
            try refreshPhrases(phrases)
            return try phrases.find(phrase, isPrefix: isPrefix, answer)
        }
        try refreshPhrases(phrases)
        return try phrases.find(phrase, isPrefix: isPrefix, answer)
    }

    /// Brings the full-text index up to the newest commit: adds the texts that are not in it.
    ///
    /// What is no longer in any history stays in it unseen.
    package func refreshPhrases(anew: Bool = false) throws {
        let phrases = try phraseIndex()
        if anew { try phrases.beginAnew() }
        do {
            try refreshPhrases(phrases)
            try phrases.check(always: true)
        } catch let error as IndexError where error.code == .damaged {
            try phrases.beginAnew()
            try refreshPhrases(phrases)
        }
    }

    private func refreshPhrases(_ phrases: PhraseIndex) throws {
        if try phrases.head() == newest.commit { return }
        let isLookedThrough = phrases.isLookedThrough()
        try phrases.checkWords()
        let histories = try histories()
        let all = histories.reduce(0) { $0 + $1.records.count }
        var done = 0
        for history in histories {
            var known: Set<FoundPhrase.Content> = []
            for name in [history.id] + history.aliases { known.formUnion(try phrases.contents(of: name)) }
            var records: [PolicyRecord] = []
            for record in history.records {
                guard let content = FoundPhrase.Content(record), known.insert(content).inserted else { continue }
                records.append(record)
            }
            for start in stride(from: 0, to: records.count, by: Self.batch) {
                let batch = Array(records[start..<min(start + Self.batch, records.count)])
                try phrases.add(try entries(batch), of: history.id)
            }
            done += history.records.count
            progress(done, all)
        }
        try phrases.finish(at: newest.commit)
        if isLookedThrough { phrases.noteOwnWriting() }
    }

    /// Reads the wordings of records, on several threads.
    private func entries(_ records: [PolicyRecord]) throws -> [PhraseIndex.Entry] {
        let results = Mutex([Result<PhraseIndex.Entry?, any Error>?](repeating: nil, count: records.count))
        DispatchQueue.concurrentPerform(iterations: records.count) { number in
            let record = records[number]
            let result = Result { () throws -> PhraseIndex.Entry? in
                try FoundPhrase.Content(record).map {
                    PhraseIndex.Entry(content: $0, wordings: try content(of: record).wordings)
                }
            }
            results.withLock { $0[number] = result }
        }
        return try results.withLock { $0 }.compactMap { try $0?.get() }
    }
}

extension PolicyContent {
    /// What can be searched: clauses, headings, and what the rules say.
    fileprivate var wordings: [String] {
        var wordings = document.clauses.map(\.text) + document.sections.map(\.heading)
        if let rules { wordings += rules.wordings }
        return wordings.filter { !$0.isEmpty }
    }
}

extension RuleSet {
    fileprivate var wordings: [String] {
        var wordings = (scope.includes + scope.excludes).map(\.text)
        wordings += definitions.flatMap { [$0.term, $0.meaning] } + principles.map(\.text)
        for rule in rules {
            let statements = rule.examples + rule.exceptions + rule.conditions + rule.consequences
            wordings += [rule.title ?? "", rule.action] + statements.map(\.text)
        }
        wordings += enforcement.flatMap { [$0.measure] + $0.conditions.map(\.text) }
        return wordings + contacts.map(\.address)
    }
}
