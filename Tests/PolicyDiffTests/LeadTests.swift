import PolicyModel
import Testing

@testable import PolicyDiff

/// The words in front of what is quoted, against the direction that stands beside them.
struct LeadTests {
    private static let modalities: [Modality] = [.must, .mustNot, .may, .needNot, .will, .none]

    /// Every kind, direction, binder and change of modality that can be told.
    private static func leads(_ direction: Direction) -> [String] {
        var leads: [String] = []
        for kind in ChangeKind.all where kind.allows(direction) {
            for binder in [Facts.Actor.reader, .publisher, .thirdParty, .nobody] {
                for before in modalities {
                    for after in modalities {
                        leads.append(
                            Lead.words(
                                kind, direction, binder: binder, modality: ModalityChange(before: before, after: after))
                        )
                    }
                }
            }
        }
        return leads
    }

    @Test("nothing that is stricter is said in words of relief")
    func stricter() {
        let relief = [
            "No longer forbidden", "No longer required", "Newly allowed", "Now allowed", "Newly promised", "Asks less",
            "Gives you more", "your favour", "firmer", "left to you", "Now ruled out", "no longer reserves",
            "less strongly", "Reaches less far", "mere possibility: ", "Consequence gone",
        ]
        for lead in Set(Self.leads(.stricter)) { #expect(!relief.contains { lead.contains($0) }, "\(lead)") }
    }

    @Test("nothing that is looser is said in words of burden")
    func looser() {
        let burden = [
            "Newly forbidden", "Now forbidden", "Newly required", "Now required", "No longer allowed",
            "No longer promised", "Asks more", "Gives you less", "against you", "weaker", "No longer ruled out",
            "The publisher may now", "more strongly", "Reaches further", "No longer your right", "New consequence",
        ]
        for lead in Set(Self.leads(.looser)) { #expect(!burden.contains { lead.contains($0) }, "\(lead)") }
    }

    @Test("a kind that can go one way only goes that way, and its mirror the other way")
    func pulls() {
        for kind in ChangeKind.all {
            guard case .kind(let id) = kind.mirror, let mirror = ChangeKind.named(id) else { continue }
            switch (kind.pull, mirror.pull) {
            case (nil, nil), (.stricter, .looser), (.looser, .stricter): break
            default: Issue.record("\(kind.id) and \(id) pull the same way")
            }
        }
    }

    @Test(
        "who is bound decides what a weaker or firmer statement is called",
        arguments: [
            ("We will answer your letter.", "We may answer your letter.", "A promise became weaker: "),
            ("We may refund the price.", "We will refund the price.", "A promise became firmer: "),
            ("You must register.", "You may register.", "Now left to you: "),
            ("You may register.", "You must register.", "Now required of you: "),
            ("You may sing here.", "You must not sing here.", "Now forbidden: "),
            ("We may sell your data.", "We will sell your data.", "No longer a mere possibility: "),
        ])
    func binders(old: String, new: String, lead: String) {
        #expect(comparedClauses(old, new, "en").changes.first?.summary.hasPrefix(lead) == true)
    }
}
