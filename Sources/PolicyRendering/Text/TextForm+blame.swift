import PolicyModel
package import PolicyQueries

extension TextForm {
    /// The columns that a label may take at the margin; longer ones are cut.
    private static let labelColumns = 16

    /// Returns what `blame` prints: each clause and rule on a line of its own, with the version since which it stands; with its
    /// whole line of wordings where they were asked for.
    package static func blame(_ blame: Blame, options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        page.add(title(blame.policy))
        page.add(StyledText(BlameWording.head(blame)))
        page.gap()
        let longest = (blame.parts + blame.rules).map { StyledText($0.since.label).columns }.max() ?? 0
        let margin = min(longest, labelColumns) + 2
        for part in blame.parts {
            if part.isHeading { page.gap() }
            page.add(part, margin: margin, newest: blame.version)
        }
        if !blame.rules.isEmpty {
            page.gap()
            page.addLine(StyledText(String(repeating: " ", count: margin) + "Rules", .strong))
            for rule in blame.rules { page.add(rule, margin: margin, newest: blame.version) }
        }
        if let bound = BlameWording.bound(blame) {
            page.gap()
            page.add(StyledText(bound, .quiet))
        }
        return page.text
    }
}

extension Page {
    fileprivate mutating func add(_ part: Blame.Part, margin: Int, newest: Version) {
        let style: StyledText.Style = part.isHeading ? .strong : .plain
        var text = StyledText()
        if let rule = part.rule { text.append("\(rule)  ", .strong) }
        text.append(part.text, style)
        var lead = StyledText(part.since.label).cut(to: margin - 2)
        if part.since == newest { lead = StyledText(lead.plain, .strong) }
        lead.append(String(repeating: " ", count: margin - lead.columns))
        if part.wordings.isEmpty {
            var line = lead
            line.append(text.cut(to: options.width - margin))
            addLine(line)
            return
        }
        add(text, indentation: margin, lead: lead)
        if part.wordings.count == 1 { return }
        for (place, wording) in part.wordings.enumerated() {
            var line = StyledText("\(wording.version.label) \(BlameWording.event(wording))", .quiet)
            if place > 0 { line.append(": \(wording.text)") }
            add(line, indentation: margin + 4, first: margin + 2)
        }
    }
}
