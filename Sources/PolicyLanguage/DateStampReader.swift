/// Reads the date stamps at the beginning of a text, in the words of one language.
///
/// A stamp is: words that only lead up to it ("This Privacy Policy was"), one or more phrases ("last updated", "effective"),
/// words that only lead on ("on"), a date, and then an end: of the text, a sentence or a line, or another stamp.
struct DateStampReader {
    private let tokens: [DateToken]
    private let words: DateWords
    private var stamps: [DateStamp] = []

    init(_ tokens: [DateToken], _ words: DateWords) {
        self.tokens = tokens
        self.words = words
    }

    mutating func read() -> DateStamps? {
        var place = 0
        var isWhole = true
        let before = readPhrases(from: 0)?.before ?? 0
        while place < tokens.count {
            guard let end = readStamp(from: place) else {
                isWhole = !tokens[place...].contains { $0.kind != .sign && !isFiller($0) }
                break
            }
            place = end
        }
        guard !stamps.isEmpty else { return nil }
        // "This Agreement was last updated on …", not "User Privacy Notice effective …", which may be another text.
        let pointsToItself = tokens.first { $0.kind == .word }.map { words.pointers.contains($0.text) } ?? false
        let isOwn = before == 0 || (pointsToItself && (isWhole || before <= 3))
        return DateStamps(stamps: stamps, isWholeText: isWhole, isOwn: isOwn)
    }

    /// Reads one stamp, and returns where the text goes on behind it.
    private mutating func readStamp(from start: Int) -> Int? {
        guard let lead = readPhrases(from: start) else { return nil }
        var kinds = lead.kinds
        var place = lead.end
        var isLabel = self.isLabel(upTo: place)
        var fillers = 0
        while place < tokens.count {
            if let found = DateReader.date(at: place, in: tokens, words) {
                let isAlone = lead.before == 0 && tokens.count - found.tokens.upperBound <= 8
                guard let end = endOfStamp(found.tokens.upperBound, isLabel: isLabel, isAlone: isAlone) else {
                    return nil
                }
                stamps += kinds.map { DateStamp(kind: $0, date: found.date) }
                return end
            }
            if let phrase = words.phrase(at: place, in: tokens) {
                // "Effective date: these terms were last updated on …" says when they were updated.
                kinds = [phrase.kind]
                place = endOfSigns(place + phrase.words.count)
                isLabel = self.isLabel(upTo: place)
                continue
            }
            if let time = endOfTime(place), time > place + 2 {
                place = time
                continue
            }
            let token = tokens[place]
            if token.kind == .number { return readOpen(kinds, from: place) }
            if token.kind == .word {
                guard isFiller(token), fillers < 10 else { return readOpen(kinds, from: place) }
                fillers += 1
            } else if token.text == "!" || token.text == "?" || (token.text == "." && place > lead.end) {
                return nil
            }
            place += 1
        }
        return nil
    }

    private func isLabel(upTo end: Int) -> Bool {
        end > 0 && [":", "：", "|", "-", "–", "—", "("].contains(tokens[end - 1].text)
    }

    /// The words before a stamp and its phrases; nil where something else is said.
    private func readPhrases(from start: Int) -> (kinds: [DateStamp.Kind], before: Int, end: Int)? {
        var place = start
        var before = 0
        var kinds: [DateStamp.Kind] = []
        var isVersion = false
        while place < tokens.count {
            if let phrase = words.phrase(at: place, in: tokens) {
                if !kinds.contains(phrase.kind) { kinds.append(phrase.kind) }
                place += phrase.words.count
                continue
            }
            let token = tokens[place]
            if !kinds.isEmpty {
                // Signs and "and" may join two phrases: "Effective / Last updated".
                let next = tokens[place...].firstIndex {
                    $0.kind != .sign && !["and", "et", "und", "y"].contains($0.text)
                }
                guard let next, next - place <= 3, next > place, words.phrase(at: next, in: tokens) != nil else {
                    return (kinds, before, endOfSigns(place))
                }
                place = next
                continue
            }
            // A date in a line before its phrase belongs to something else.
            if DateReader.date(at: place, in: tokens, words) != nil { return nil }
            if token.kind == .number {
                // "Version 3.1 – updated …"
                guard isVersion else { return nil }
            } else if token.kind == .word {
                guard before < 12, !words.stops.contains(token.text), isFiller(token) || token.isCapital else {
                    return nil
                }
                isVersion = ["version", "versión", "v", "rev", "fassung"].contains(token.text)
                if !isVersion { before += 1 }
            } else if [".", ";", "!", "?"].contains(token.text), before > 0, !isVersion {
                return nil
            }
            place += 1
        }
        return nil
    }

    private func endOfSigns(_ start: Int) -> Int {
        var place = start
        while place < tokens.count, tokens[place].kind == .sign, ![".", "[", "!", "?"].contains(tokens[place].text) {
            place += 1
        }
        return place
    }

    /// Where a stamp ends, if what follows its date is no sentence that goes on.
    ///
    /// - Parameters:
    ///   - isLabel: whether a colon or the like stood before the date.
    ///   - isAlone: whether the text holds nothing else but a few words behind the date.
    private func endOfStamp(_ start: Int, isLabel: Bool, isAlone: Bool) -> Int? {
        var place = start
        guard place < tokens.count else { return place }
        // A time of day behind the date: "25 March 2026 at 10:00 UTC".
        if let time = endOfTime(place) { place = time }
        guard place < tokens.count else { return place }
        let token = tokens[place]
        if token.kind == .sign {
            let isDash = ["-", "–", "—", "/"].contains(token.text)
            let next = place + 1
            guard next < tokens.count else { return next }
            // A span of time, or the end of one: the text is an older one.
            if isDash, DateReader.date(at: next, in: tokens, words) != nil { return nil }
            if token.text != ".", words.untils.contains(tokens[next].text) { return nil }
            if token.text != "," { return next }
            return isLabel || readPhrases(from: next) != nil ? next : nil
        }
        if words.untils.contains(token.text) { return nil }
        if readPhrases(from: place)?.before == 0 { return place }
        // A link or a line that the page put behind the date: it begins with a capital.
        return token.isCapital && (isLabel || isAlone || !token.followsSpace) ? place : nil
    }

    private func endOfTime(_ start: Int) -> Int? {
        var place = start
        while place < tokens.count, ["at", ",", "um", "à", "-", "t"].contains(tokens[place].text) { place += 1 }
        guard place + 2 < tokens.count, tokens[place].digits <= 2, tokens[place].kind == .number,
            [":", "h"].contains(tokens[place + 1].text),
            tokens[place + 2].digits == 2
        else { return nil }
        place += 3
        while place < tokens.count,
            [":", ".", "utc", "gmt", "z", "am", "pm", "cet", "pst", "est", "uhr"].contains(tokens[place].text)
                || (tokens[place].kind == .number && tokens[place].digits <= 3)
        {
            place += 1
        }
        return place
    }

    /// A stamp whose day is left open: "Last updated 9 days ago", "Effective: [DATE]".
    private mutating func readOpen(_ kinds: [DateStamp.Kind], from start: Int) -> Int? {
        let rest = tokens[start...]
        guard rest.count <= 8, rest.contains(where: { words.unknowns.contains($0.text) }) else { return nil }
        stamps += kinds.map { DateStamp(kind: $0, date: nil) }
        return tokens.count
    }

    private func isFiller(_ token: DateToken) -> Bool {
        words.fillers.contains(token.text) && !words.stops.contains(token.text)
    }
}
