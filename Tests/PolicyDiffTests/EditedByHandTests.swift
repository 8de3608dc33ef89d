import PolicyModel
import PolicyParsing
import Testing

@testable import PolicyDiff

/// A policy edited as people edit: what must be told, and what must not.
struct EditedByHandTests {
    private static let policy = """
        # Terms of Lumen

        Last updated: 3 March 2024

        ## 1. Your account

        You must be at least 16 years old. You may not share your password.

        Lumen will answer a complaint within 30 days.

        ## 2. Payment

        The fee is €5 a month. You may cancel at any time, unless you bought a gift card.

        You must not:

        - resell access to Lumen
        - disturb other members

        ## 3. Data

        We collect your name and your e-mail address. We do not sell your data.

        ## 4. Contact

        Write to help@lumen.example.
        """

    private func changes(_ edit: (inout String) -> Void) -> [Change] {
        var edited = Self.policy
        edit(&edited)
        return Self.compare(Self.policy, edited).changes
    }

    static func compare(_ old: String, _ new: String) -> Comparison {
        func content(_ text: String) -> PolicyContent {
            PolicyContent(document: parseDocument(Array(text.utf8), path: "policy.md").document)
        }
        return PolicyDiff.compare(content(old), content(new))
    }

    private func substantive(_ changes: [Change]) -> [Change] { changes.filter { $0.significance > .editorial } }

    @Test("the same text has no changes")
    func sameText() {
        #expect(changes { _ in }.isEmpty)
    }

    @Test("may turned into must not is stricter for the reader")
    func mayToMustNot() {
        let told = substantive(changes { $0.replace("You may cancel", "You must not cancel") })
        #expect(told.map(\.kind) == ["modality-strengthened"])
        #expect(told.first?.direction == .stricter)
        #expect(told.first?.modality == ModalityChange(before: .may, after: .mustNot))
    }

    @Test("a dropped exception to a right is looser, an exception added to a ban is looser too")
    func exceptions() {
        let dropped = substantive(changes { $0.replace(", unless you bought a gift card", "") })
        #expect(dropped.map(\.kind) == ["exception-removed"])
        #expect(dropped.first?.direction == .looser)
        let added = substantive(changes { $0.replace("your password.", "your password, except with your family.") })
        #expect(added.map(\.kind) == ["exception-added"])
        #expect(added.first?.direction == .looser)
    }

    @Test("a company renamed everywhere is one change with all its places")
    func renamed() {
        let told = substantive(changes { $0.replace("Lumen", "Halcyon") }).filter { $0.kind != "contact-changed" }
        #expect(told.map(\.kind) == ["party-renamed"])
        #expect((told.first?.places ?? 0) >= 2)
        #expect(told.first?.direction == .neutral)
    }

    @Test("renumbered sections are editorial")
    func renumbered() {
        let told = changes { text in
            for number in (1...4).reversed() { text.replace("## \(number).", "## \(number + 1).") }
        }
        #expect(substantive(told).isEmpty)
        #expect(!told.isEmpty && told.allSatisfy { $0.kind == "renumbered" })
    }

    @Test("rewrapped lines, other quotes and a doubled page tell nothing of substance")
    func layout() {
        let wrapped = changes { $0.replace(". You may not", ".\nYou may not") }
        #expect(wrapped.isEmpty)
        let apostrophes = changes { $0.replace("We do not sell your data.", "We don’t sell your data.") }
        #expect(substantive(apostrophes).isEmpty)
        let twice = changes { $0 += "\n\n" + Self.policy }
        #expect(substantive(twice).isEmpty)
    }

    @Test("two sections swapped, a number changed inside one of them: the number is told, the move is editorial")
    func swappedWithEdit() {
        let told = changes { text in
            let parts = text.split("\n## ")
            text = [parts[0], parts[1], parts[3], parts[2].replaced("€5", "€8"), parts[4]].joined(separator: "\n## ")
        }
        #expect(substantive(told).map(\.kind) == ["quantity-raised"])
        #expect(substantive(told).first?.quantities == [QuantityChange(before: "€5", after: "€8")])
        #expect(substantive(told).first?.direction == .stricter)
        #expect(told.contains { $0.kind == "section-moved" })
    }

    @Test("a section split in two loses nothing")
    func split() {
        let told = changes { $0.replace("\n\nYou must not:", "\n\n## Conduct\n\nYou must not:") }
        #expect(substantive(told).isEmpty)
        #expect(told.contains { $0.kind == "section-split" || $0.kind == "section-added" })
    }

    @Test("an item added to a ban is stricter, an item taken out is looser")
    func listItems() {
        let added = substantive(changes { $0.replace("- disturb", "- copy our logo\n- disturb") })
        #expect(added.map(\.kind) == ["prohibition-added"])
        #expect(added.first?.direction == .stricter)
        let removed = substantive(changes { $0.replace("- disturb other members\n", "") })
        #expect(removed.map(\.kind) == ["prohibition-removed"])
        #expect(removed.first?.direction == .looser)
    }

    @Test("a promise that weakens is stricter for the reader, a longer period to answer is told with both figures")
    func promises() {
        let weaker = substantive(changes { $0.replace("Lumen will answer", "Lumen may answer") })
        #expect(weaker.first?.kind == "modality-weakened")
        #expect(weaker.first?.direction != .looser)
        let longer = substantive(changes { $0.replace("30 days", "ninety days") })
        #expect(longer.map(\.kind) == ["deadline-extended"])
        #expect(longer.first?.quantities == [QuantityChange(before: "30 days", after: "ninety days")])
    }

    @Test("a date line and a contact are told as what they are")
    func dateAndContact() {
        #expect(changes { $0.replace("3 March 2024", "9 May 2025") }.map(\.kind) == ["date-stamp-changed"])
        let contact = substantive(changes { $0.replace("help@lumen.example", "care@lumen.example") })
        #expect(contact.map(\.kind) == ["contact-changed"])
        #expect(contact.first?.significance == .minor)
    }

    @Test("data that is newly collected is stricter, and told with the words")
    func data() {
        let told = substantive(changes { $0.replace("your name and", "your name, your location and") })
        #expect(told.count == 1)
        #expect(told.first?.direction == .stricter)
        #expect(told.first?.edits.contains { $0.operation == .insert && $0.text.contains("location") } == true)
    }

    @Test("equal and deleted words make the old text, equal and inserted words the new one")
    func editsAreWhole() {
        for change in changes({ $0.replace("You may cancel at any time", "Members can always cancel, by e-mail") }) {
            let old = change.edits.filter { $0.operation != .insert }.map(\.text).joined()
            let new = change.edits.filter { $0.operation != .delete }.map(\.text).joined()
            if !change.edits.isEmpty {
                #expect(old == change.before?.text)
                #expect(new == change.after?.text)
            }
        }
    }

    @Test("the answer is the same whichever time it is asked")
    func deterministic() {
        let edited = Self.policy.replaced("You may", "You must").replaced("30 days", "10 days").replaced(
            "Data", "Your data")
        let first = Self.compare(Self.policy, edited)
        for _ in 0..<5 { #expect(Self.compare(Self.policy, edited) == first) }
    }
}

extension String {
    fileprivate mutating func replace(_ part: String, _ other: String) { self = replaced(part, other) }

    fileprivate func replaced(_ part: String, _ other: String) -> String { split(part).joined(separator: other) }

    fileprivate func split(_ separator: String) -> [String] {
        var parts = [""]
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(separator) {
                parts.append("")
                rest = rest.dropFirst(separator.count)
            } else {
                parts[parts.count - 1].append(rest.removeFirst())
            }
        }
        return parts
    }
}
