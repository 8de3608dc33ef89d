import PolicyDiff
import PolicyModel
package import PolicyQueries

/// Answers as Word documents.
package enum WordForm {
    /// Returns a difference as the bytes of a `.docx` file: the list of changes, and the whole text with what came and went as tracked changes.
    ///
    /// - Parameter text: both texts in one; without it the list stands alone.
    package static func difference(_ difference: Difference, text: WholeText?) -> [UInt8] {
        let title = difference.policy?.title ?? text?.title ?? "Comparison"
        var document = WordDocument(
            title: title, language: text?.language, author: "policyhistory", date: difference.to?.recorded)
        document.paragraph(title, style: .title)
        document.paragraph(sum(difference), style: .quiet)
        document.addChanges(of: difference)
        if let text, !text.redline.blocks.isEmpty {
            document.paragraph("The whole text", style: .heading1)
            document.paragraph(
                "What came and what went are tracked changes: accept all of them for the new text, reject all of them for the old one.",
                style: .quiet)
            document.add(text.redline, level: 2)
        }
        return document.finished()
    }

    private static func sum(_ difference: Difference) -> String {
        let versions = [difference.from, difference.to].compactMap { $0?.label }.joined(separator: " → ")
        return (versions.isEmpty ? "" : versions + " · ") + Wording.sum(difference.comparison)
    }
}

extension WordDocument {
    /// Adds the list of changes, the substantive ones one by one, and a line that counts the rest.
    mutating func addChanges(of difference: Difference) {
        let changes = difference.comparison.changes
        let context = ChangeContext(
            versions: [difference.from, difference.to].compactMap { $0 }, policy: difference.policy)
        for (index, change) in changes.enumerated() where change.significance > .editorial {
            paragraph(
                [WordEdit(.equal, "\(change.direction.rawValue): \(change.summary)")], marker: "\(index + 1).", depth: 1
            )
            let place = Wording.place(of: change, context, all: false)
            if !place.isEmpty { paragraph([WordEdit(.equal, place)], style: .quiet, depth: 1) }
        }
        let editorial = changes.count { $0.significance == .editorial }
        if editorial > 0 {
            paragraph(Wording.counted(editorial, "editorial change", "editorial changes") + " of wording or layout.")
        }
    }
}
