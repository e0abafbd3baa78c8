#include <api/put_revision.h>

#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

#include <limits>

namespace api {

std::string toJson(const Receipt& receipt)
{
    return forms::writeJson({{"format", ReceiptFormat},
                             {"case", receipt.caseId.toString()},
                             {"revision", receipt.revision},
                             {"manifest", receipt.manifest.toString()},
                             {"number", receipt.number},
                             {"state", nameOf(receipt.state)},
                             {"received", base::formatTimestamp(receipt.received)},
                             {"server", receipt.server}});
}

base::Result<Receipt> parseReceipt(std::string_view text)
{
    const auto body = forms::parseJson(text, ReceiptFormat, MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, ReceiptFormat);
    if (reader.text("format") != ReceiptFormat)
        reader.reject("format");
    Receipt receipt;
    receipt.caseId = reader.id<base::CaseId>("case");
    receipt.revision = static_cast<int>(reader.integer("revision", 1, std::numeric_limits<int>::max()));
    receipt.manifest = reader.digest("manifest");
    receipt.number = reader.text("number");
    receipt.state = reader.parsed<forms::CaseState>("state", &forms::parseCaseState);
    receipt.received = reader.time("received");
    receipt.server = reader.text("server");
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return receipt;
}

}  // namespace api
