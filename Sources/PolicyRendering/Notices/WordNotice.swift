import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries

/// A notice as a Word document, with the redline of each text behind it.
enum WordNotice {
    /// Returns the bytes of a `.docx` file.
    ///
    /// - Parameter texts: both texts of a policy in one, by policy; a policy without stands with its notice alone.
    static func document(
        _ notice: Notice, texts: [PolicyID: WholeText], _ stationery: Stationery
    ) throws(TemplateError) -> [UInt8] {
        var document = WordDocument(
            title: onOneLine(notice.headline), language: notice.language,
            author: stationery.brand.name ?? notice.publisher ?? "policyhistory",
            date: notice.versions.map(\.recorded).max())
        for line in try stationery.filled(.docx, with: notice, logo: nil).split(separator: "\n") {
            add(String(line), to: &document)
        }
        for part in notice.policies {
            guard let text = texts[part.policy.id], !text.redline.blocks.isEmpty else { continue }
            let label = part.links.first { $0.kind == .redline }?.label ?? notice.labels.redline
            let versions = [part.from, part.to].compactMap { $0?.label }.joined(separator: " → ")
            document.paragraph(
                [WordEdit(.equal, "\(label)\(notice.labels.colon) \(part.policy.title) \(versions)")], style: .heading1,
                startsPage: true)
            document.add(text.redline, level: 2)
        }
        return document.finished()
    }

    /// Adds a line of the template; how it is set, the template's own characters at its beginning say, never those of a value.
    private static func add(_ line: String, to document: inout WordDocument) {
        let start = line.prefix { $0 != "\u{1}" }
        let text = { (length: Int) in String(line.dropFirst(length)).replacing("\u{1}", with: "") }
        if text(0).allSatisfy(\.isWhitespace) { return }
        let runs = { (length: Int) in WordRun.runs(of: text(length)) }
        switch start {
        case _ where start.hasPrefix("### "): document.paragraph(text(4), style: .heading2)
        case _ where start.hasPrefix("## "): document.paragraph(text(3), style: .heading1)
        case _ where start.hasPrefix("# "): document.paragraph(text(2), style: .title)
        case _ where start.hasPrefix("- "): document.paragraph(runs(2), marker: "•")
        case _ where start.hasPrefix("> "): document.paragraph(runs(2), style: .quiet)
        default: document.paragraph(runs(0))
        }
    }
}
