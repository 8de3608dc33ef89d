internal import PolicyModel

/// The anchors of a text's headings, by the headings that lead to them.
struct HeadingAnchors {
    private var names: [[String]: String] = [:]

    /// Collects the anchors of a text; of two headings under the same ones the first counts.
    init(_ document: Document) {
        var slugs = Slugs()
        for (index, section) in document.sections.enumerated() where !section.heading.isEmpty {
            let slug = slugs.next(for: section.heading)
            let path = document.path(ofSection: index)
            if names[path] == nil { names[path] = section.anchor ?? slug }
        }
    }

    /// Returns the anchor of the last of the headings; nil where the text has no such heading.
    func anchor(ofPath path: [String]) -> String? { names[path] }
}
