internal import PolicyModel

/// Which language a text is in, told by its commonest words.
enum LanguageDetection {
    /// Returns the lexicon for a pair of documents: as asked for, as declared, else as its commonest words tell, else unknown.
    ///
    /// Reads at most about 2,000 words of each document.
    static func lexicon(asked: String?, _ old: Document, _ new: Document) -> Lexicon {
        if let tag = asked ?? new.language ?? old.language {
            return Lexicon.named(tag)
        }
        var hits: [String: Int] = [:]
        var words = 0
        for document in [old, new] {
            var budget = 12_000
            for clause in document.clauses {
                count(clause.text, into: &hits, words: &words)
                budget -= clause.text.utf8.count
                if budget <= 0 { break }
            }
            for section in document.sections.prefix(40) { count(section.heading, into: &hits, words: &words) }
        }
        // The commonest words make up a third of running text in their own language, and few of another's.
        let best = Lexicon.codes.map { (code: $0, hits: hits[$0] ?? 0) }.max { ($0.hits, $1.code) < ($1.hits, $0.code) }
        if let best, best.hits * 8 >= words, best.hits > 0 { return Lexicon.named(best.code) }
        return words <= 40 ? byAnyWord(old, new) : .unknown
    }

    /// The language of a few words: that whose data knows most of them.
    private static func byAnyWord(_ old: Document, _ new: Document) -> Lexicon {
        var known: [String: Int] = [:]
        for document in [old, new] {
            for text in document.clauses.map(\.text) + document.sections.map(\.heading) {
                let lexicons = Lexicon.codes.map { ($0, Lexicon.named($0)) }
                for word in Vocabulary.plain(text).split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "-" }) {
                    for (code, lexicon) in lexicons where lexicon.traits[String(word)] != nil {
                        known[code, default: 0] += 1
                    }
                }
            }
        }
        let best = known.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return best.map { Lexicon.named($0.key) } ?? .unknown
    }

    private static func count(_ text: String, into hits: inout [String: Int], words: inout Int) {
        for word in text.utf8.split(whereSeparator: {
            $0 < 0x41 || ($0 > 0x5A && $0 < 0x61) || ($0 > 0x7A && $0 < 0x80)
        }) {
            words += 1
            // A single letter is as often a number of a list as a word.
            guard word.count > 1, word.count <= 5 else { continue }
            let plain = String(decoding: word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
            for code in markers[plain] ?? [] { hits[code, default: 0] += 1 }
        }
    }

    /// The languages that each very common word belongs to.
    private static let markers: [String: [String]] = {
        var markers: [String: [String]] = [:]
        for code in Lexicon.codes {
            for word in Lexicon.markers(of: code) { markers[word, default: []].append(code) }
        }
        return markers
    }()
}
