// Headings with what is under them.

internal import PolicyModel

extension ChangeKind {
    /// A section was added.
    static let sectionAdded = ChangeKind(
        "section-added", "A section was added.",
        when: "a heading and what is under it have no counterpart in the old text", .material,
        mirror: .kind("section-removed"),
        examples: [
            .init("", "## Security")
        ])

    /// A section was taken out.
    static let sectionRemoved = ChangeKind(
        "section-removed", "A section was taken out.",
        when: "a heading and what is under it have no counterpart in the new text", .material,
        mirror: .kind("section-added"),
        examples: [
            .init("## Security", "")
        ])

    /// A section has another heading.
    static let sectionRenamed = ChangeKind(
        "section-renamed", "A section has another heading.",
        when: "the headings of two matched sections differ in their words", .editorial,
        mirror: .itself,
        examples: [
            .init("## Cookies", "## Cookies and SDKs")
        ])

    /// A section stands elsewhere.
    static let sectionMoved = ChangeKind(
        "section-moved", "A section stands elsewhere.",
        when: "matched sections stand in another order, or under another section", .editorial,
        mirror: .itself,
        examples: [
            .init("2. Members, 3. Payment", "2. Payment, 3. Members")
        ])

    /// A section became several.
    static let sectionSplit = ChangeKind(
        "section-split", "A section became several.",
        when: "the clauses of one section stand in several, each with most of its text from there", .editorial,
        mirror: .kind("section-merged"),
        examples: [
            .init("Data and cookies", "Data; Cookies")
        ])

    /// Several sections became one.
    static let sectionMerged = ChangeKind(
        "section-merged", "Several sections became one.",
        when: "the clauses of several sections stand in one", .editorial,
        mirror: .kind("section-split"),
        examples: [
            .init("Data; Cookies", "Data and cookies")
        ])

    /// Numbers of sections, clauses or references differ.
    static let renumbered = ChangeKind(
        "renumbered", "Numbers of sections, clauses or references differ.",
        when: "only the leading numbers, or references to numbers, differ", .editorial,
        mirror: .itself,
        examples: [
            .init("5.2 Refunds", "5.3 Refunds")
        ])
}
