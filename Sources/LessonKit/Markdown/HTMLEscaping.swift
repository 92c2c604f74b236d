/// What keeps text from being read as HTML.
public enum HTMLEscaping {
    /// For content and for attribute values between double quotes.
    public static func text(_ text: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.add("&amp;".unicodeScalars)
            case "<": out.add("&lt;".unicodeScalars)
            case ">": out.add("&gt;".unicodeScalars)
            case "\"": out.add("&quot;".unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// For `href` and `src`: what is not allowed in a URL is percent-encoded, what is encoded already stays.
    public static func address(_ address: String) -> String {
        var out = ""
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out += "&amp;"
            case UInt8(ascii: "'"): out += "&#x27;"
            case _ where safe.contains(byte): out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                out += "%" + (hex.count == 1 ? "0" : "") + hex
            }
        }
        return out
    }

    private static let safe = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~".utf8
    )
}
