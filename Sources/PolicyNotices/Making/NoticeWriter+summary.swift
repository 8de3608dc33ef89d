internal import PolicyDiff
internal import PolicyModel
internal import PolicyQueries

extension NoticeWriter {
    /// At most three sentences: which version applies from when, and what it is for the reader.
    func summary(
        _ policy: PolicyName, from: Version?, to: Version?, _ event: PolicyNotice.Event, _ effective: [EffectiveDay],
        _ points: [NoticePoint], isRewritten: Bool
    ) -> [String] {
        var values = ["title": Quotation.flat(policy.title), "old": from?.label ?? "", "label": to?.label ?? ""]
        let day = effective.compactMap(\.text).first
        switch event {
        case .new:
            values["date"] = day
            return [catalogue.text(day == nil ? "sentences/new-undated" : "sentences/new", values)]
        case .ended: return [catalogue.text("sentences/ended", values)]
        case .changed, .untold: break
        }
        if points.isEmpty, event == .changed { return [catalogue.text("sentences/nothing")] }
        let key: String
        if from?.label == to?.label {
            key = "sentences/again"
        } else if let day {
            key = "sentences/applies"
            values["date"] = day
        } else if let published = to?.published {
            key = "sentences/announced"
            values["date"] = locale.date(published)
        } else {
            key = "sentences/applies-undated"
        }
        if event == .untold { return [catalogue.text(key, values), catalogue.text("sentences/untold")] }
        return [catalogue.text(key, values), balance(points)]
            + (isRewritten ? [catalogue.text("sentences/rewritten")] : [])
    }

    /// The sentence that counts the points by what they are for the reader.
    private func balance(_ points: [NoticePoint]) -> String {
        guard let parts = counts(points) else { return catalogue.text("sentences/only-editorial") }
        return catalogue.text("sentences/balance", ["parts": parts])
    }

    /// How many points are stricter, less strict, neutral or open, "2 points are stricter and one point is neutral"; nil where none counts.
    func counts(_ points: [NoticePoint]) -> String? {
        let told = points.counted
        if told.isEmpty { return nil }
        let parts = [Direction.stricter, .looser, .neutral, .unclear].compactMap { direction -> String? in
            let count = told.count { $0.direction == direction }
            return count == 0 ? nil : catalogue.text("sentences/\(direction.rawValue)", count: count, locale)
        }
        return phrasing.list(parts)
    }
}
