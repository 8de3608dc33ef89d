import PolicyLanguage
import PolicyModel

/// The dates that a text states of itself, at its beginning or its end.
///
/// What is said in the middle is about other things. Where stamps of one kind differ, the beginning goes before the end; at
/// the end, where pages list their older versions, only a single date counts.
struct StatedDates {
    /// How many clauses and headings of the beginning and of the end are looked at.
    private static let headCount = 40
    private static let tailCount = 20

    /// The day the text was published or last changed.
    private(set) var published: CivilDate?
    /// The day it takes effect.
    private(set) var effective: CivilDate?

    /// Reads the dates of a document.
    init(in document: Document) {
        self.init(texts: Self.texts(of: document), language: document.language)
    }

    /// Reads the dates of a text of which only the beginning and the end are read: the same as reading all of it.
    init(in source: Bytes, from start: Int, line: Int, language: String?) {
        let (first, last) = MarkdownReader.readEdges(
            source, from: start, line: line, headCount: Self.headCount, tailCount: Self.tailCount)
        let texts = [first, last].flatMap { Self.texts(of: $0.finished(title: nil, language: nil)) }
        self.init(texts: texts, language: language)
    }

    private init(texts: [Substring], language: String?) {
        let head = texts.prefix(Self.headCount)
        let tail = texts.dropFirst(Self.headCount).suffix(Self.tailCount)
        let headStamps = Self.stamps(in: head, language, isEnd: false)
        let tailStamps = Self.stamps(in: tail, language, isEnd: true)
        published = Self.date(.published, headStamps, tailStamps, head, language)
        effective = Self.date(.effective, headStamps, tailStamps, head, language)
    }

    private static func date(
        _ kind: DateStamp.Kind, _ head: [[DateStamp]], _ tail: [[DateStamp]], _ beginning: ArraySlice<Substring>,
        _ language: String?
    ) -> CivilDate? {
        let first = head.first { $0.contains { $0.kind == kind } }
        if let dates = first?.filter({ $0.kind == kind }).map(\.date) {
            guard !dates.contains(nil) else { return nil }
            let known = Set(dates.compactMap(\.self))
            // "Published 7 June 2011, updated 29 July 2025": the later one is meant.
            return kind == .published || known.count == 1 ? known.max() : nil
        }
        let last = tail.joined().filter { $0.kind == kind }
        guard let date = last.first?.date, last.allSatisfy({ $0.date == date }) else { return nil }
        // What the beginning says, if only in a sentence, is not outdone by the end, where another text may stand.
        let isSaidBefore = beginning.contains { hasYear($0) && mentionsDate(of: kind, in: $0, language: language) }
        return isSaidBefore ? nil : date
    }

    /// The headings and clauses in the order of the text.
    private static func texts(of document: Document) -> [Substring] {
        var texts: [Substring] = []
        for section in document.sections {
            if !section.heading.isEmpty { texts.append(section.heading[...]) }
            for index in section.clauses { texts.append(document.clauses[index].text[...]) }
        }
        return texts
    }

    /// The stamps of each text that has some.
    private static func stamps(in texts: ArraySlice<Substring>, _ language: String?, isEnd: Bool) -> [[DateStamp]] {
        var stamps: [[DateStamp]] = []
        var before: Substring = ""
        for text in texts {
            defer { before = text }
            guard hasYear(text) else { continue }
            if let found = dateStamps(in: text, language: language) {
                // At the end another text may be dated.
                if !isEnd || found.isOwn { stamps.append(found.stamps) }
            } else if text.utf8.count <= 60, before.utf8.count <= 60,
                let kind = dateLabel(in: before, language: language)
            {
                stamps.append([DateStamp(kind: kind, date: soleDate(in: text, language: language))])
            }
        }
        return stamps
    }

    /// Whether the beginning of a text may hold a date: four digits in a row.
    ///
    /// Most texts are done with here.
    private static func hasYear(_ text: Substring) -> Bool {
        var digits = 0
        for byte in text.utf8.prefix(400) {
            digits = byte.isDigit ? digits + 1 : 0
            if digits == 4 { return true }
        }
        return false
    }
}
