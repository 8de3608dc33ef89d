internal import PolicyModel

/// The clauses of a document that belong to the page around the policy, told by the shape of the block they stand in.
///
/// A clause by itself rarely shows what it is: "2 hours ago" in a list of others like it does, as does "80201" in a menu above the
/// text. No block is told by words of a service, and nothing that binds anybody is taken for a part of the page.
struct PageParts {
    /// Why a clause is a part of the page, by its place in the document.
    private var reasons: [Int: String] = [:]

    /// Finds the parts of the page in a document.
    ///
    /// Linear in the number of clauses; the words of clauses are read only where the shape of their block calls for it.
    init(_ side: PairReader.Side, _ reader: inout PairReader) {
        let document = reader.document(side)
        guard !reader.vocabulary.lexicon.isUnknown else { return }
        let menus = Menus(document)
        for index in document.clauses.indices where menus.contains(index) { reasons[index] = Self.short }
        mark(PageHeader.clauses(of: document, side, &reader), Self.blocks[0])
        mark(Feed.clauses(of: document, side, &reader), Self.blocks[1])
        mark(ConsentBanner.clauses(of: document, side, &reader), Self.blocks[2])
        mark(ChangeReport.clauses(of: document, side, &reader), Self.blocks[3])
        mark(RelatedPages.clauses(of: document, side, &reader), Self.blocks[4])
    }

    /// What a menu's item or a label is.
    static let short = "a short line without a verb, in no list that the text leads in"

    /// Why the clauses of a block are parts of the page: the header, a feed, a banner, a report of changes, other pages.
    private static let blocks = [
        "it stands in a block of labels above the text",
        "it stands in a list that counts its days from the day of reading",
        "it stands in a banner that asks for consent to cookies", "it reports what changed in the text",
        "it stands under a heading that leads to other pages",
    ]

    /// A finding where changes were taken for the page's by the block they stand in, so that a reader can look for themselves.
    static func finding(_ drafts: [Draft]) -> Finding? {
        let count = drafts.count { $0.kind == .pageFurnitureChanged && blocks.contains($0.reason) }
        guard count > 0 else { return nil }
        return Finding(
            id: "page-parts", severity: .note,
            message:
                "\(count) \(count == 1 ? "difference stands in a part" : "differences stand in parts") of the page around the policy, such as a menu, a feed or a banner, and \(count == 1 ? "is" : "are") told as editorial."
        )
    }

    private mutating func mark(_ clauses: Set<Int>, _ reason: String) {
        for clause in clauses where reasons[clause] == nil { reasons[clause] = reason }
    }

    /// Why a clause is a part of the page; nil where it is not.
    func reason(_ clause: Int) -> String? { reasons[clause] }

    /// Why clauses of a passage are all parts of the page; nil where one of them is not.
    func reason(_ clauses: [Int]) -> String? {
        clauses.allSatisfy { reasons[$0] != nil } ? clauses.first.flatMap { reasons[$0] } : nil
    }

    /// What no part of a page says.
    static let binding: Traits = [.must, .mustNot, .needNot, .will, .liability, .dispute, .negation, .exception]
}
