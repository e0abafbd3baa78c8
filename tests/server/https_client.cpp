#include "https_client.h"

#include <curl/curl.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <memory>

namespace server_tests {

namespace {

std::size_t takeBody(char* bytes, std::size_t size, std::size_t count, void* reply)
{
    static_cast<Reply*>(reply)->body.append(bytes, size * count);
    return size * count;
}

std::size_t takeHeader(char* bytes, std::size_t size, std::size_t count, void* reply)
{
    const std::string line(bytes, size * count);
    const auto colon = line.find(':');
    if (colon == std::string::npos)
        return size * count;
    auto name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    auto value = line.substr(colon + 1);
    value.erase(0, value.find_first_not_of(' '));
    value.erase(value.find_last_not_of("\r\n ") + 1);
    static_cast<Reply*>(reply)->headers[name] = value;
    return size * count;
}

}  // namespace

std::string Reply::header(const std::string& name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

std::string Reply::problem() const
{
    if (!header("content-type").starts_with("application/problem+json"))
        return {};
    const std::string prefix = "urn:onewindow:problem:";
    const auto type = nlohmann::json::parse(body).at("type").get<std::string>();
    return type.starts_with(prefix) ? type.substr(prefix.size()) : std::string();
}

HttpsClient::HttpsClient(const RunningOffice& office)
    : m_office(office)
{}

Reply HttpsClient::perform(const std::string& method,
                           const std::string& path,
                           const Headers& headers,
                           const std::string* body) const
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    Reply reply;
    curl_slist* list = nullptr;
    for (const auto& header : headers)
        list = curl_slist_append(list, header.c_str());
    if (!m_token.empty())
        list = curl_slist_append(list, ("Authorization: Bearer " + m_token).c_str());
    const auto url = m_office.url() + path;
    const auto ca = (m_office.folder() / "ca.pem").string();
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_CAINFO, ca.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &reply);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &reply);
    if (method == "HEAD")
        curl_easy_setopt(curl.get(), CURLOPT_NOBODY, 1L);
    if (body) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body->size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body->c_str());
    }
    if (curl_easy_perform(curl.get()) == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
        reply.status = static_cast<int>(status);
    }
    curl_slist_free_all(list);
    return reply;
}

Reply HttpsClient::get(const std::string& path, const Headers& headers) const
{
    return perform("GET", path, headers, nullptr);
}

Reply HttpsClient::ask(const std::string& method, const std::string& path, const Headers& headers) const
{
    return perform(method, path, headers, nullptr);
}

Reply HttpsClient::send(const std::string& method,
                        const std::string& path,
                        const std::string& type,
                        const std::string& body,
                        const Headers& headers) const
{
    auto all = headers;
    all.push_back("Content-Type: " + type);
    return perform(method, path, all, &body);
}

Reply HttpsClient::postJson(const std::string& path, const std::string& json) const
{
    return send("POST", path, "application/json", json);
}

void HttpsClient::login(const std::string& user)
{
    m_token.clear();
    const nlohmann::json login{{"user", user}, {"password", m_office.passwordOf(user)}};
    const auto reply = postJson("/v1/sessions", login.dump());
    ASSERT_EQ(reply.status, 200) << reply.body;
    m_token = nlohmann::json::parse(reply.body).at("token").get<std::string>();
}

}  // namespace server_tests
