internal import PolicyDiff
internal import PolicyModel
internal import PolicyQueries

extension NoticeWriter {
    /// At most three sentences: which version applies from when, and what it is for the reader.
    func summary(
        _ policy: PolicyName, from: Version?, to: Version?, _ event: PolicyNotice.Event, _ effective: [EffectiveDay],
        _ points: [NoticePoint]
    ) -> [String] {
        var values = ["title": Quotation.flat(policy.title), "old": from?.label ?? "", "label": to?.label ?? ""]
        let day = effective.compactMap(\.text).first
        switch event {
        case .new:
            values["date"] = day
            return [catalogue.text(day == nil ? "sentences/new-undated" : "sentences/new", values)]
        case .ended: return [catalogue.text("sentences/ended", values)]
        case .changed: break
        }
        if points.isEmpty { return [catalogue.text("sentences/nothing")] }
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
        return [catalogue.text(key, values), balance(points)]
    }

    /// The sentence that counts the points by what they are for the reader.
    private func balance(_ points: [NoticePoint]) -> String {
        let told = points.filter { $0.significance > .editorial }
        if told.isEmpty { return catalogue.text("sentences/only-editorial") }
        let parts = [Direction.stricter, .looser, .neutral, .unclear].compactMap { direction -> String? in
            let count = told.count { $0.direction == direction }
            return count == 0 ? nil : catalogue.text("sentences/\(direction.rawValue)", count: count, locale)
        }
        return catalogue.text("sentences/balance", ["parts": phrasing.list(parts)])
    }
}
