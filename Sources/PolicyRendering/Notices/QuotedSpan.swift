import PolicyNotices

/// A stretch of a sentence, which may be in another language than the notice: words quoted of a policy.
struct QuotedSpan: Hashable {
    let text: String
    /// The language (BCP 47) where it is not the notice's.
    let language: String?

    /// Returns the stretches of a point's sentence; one where nothing in it is in another language.
    static func spans(of point: NoticePoint, _ labels: NoticeLabels) -> [QuotedSpan] {
        guard let quotations = point.quotations, !quotations.isTranslation, !labels.quotationOpen.isEmpty,
            point.text == point.generated
        else { return [QuotedSpan(text: point.text, language: nil)] }
        var spans: [QuotedSpan] = []
        var rest = point.text[...]
        while let open = rest.firstRange(of: labels.quotationOpen),
            let close = rest[open.upperBound...].firstRange(of: labels.quotationClose)
        {
            spans.append(QuotedSpan(text: String(rest[..<open.upperBound]), language: nil))
            spans.append(
                QuotedSpan(text: String(rest[open.upperBound..<close.lowerBound]), language: quotations.language))
            rest = rest[close.lowerBound...]
        }
        spans.append(QuotedSpan(text: String(rest), language: nil))
        return spans
    }
}
