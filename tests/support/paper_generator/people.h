#pragma once

#include <string>

namespace papers_drawn {

/// One synthetic person of tests/data/vectors.json.
struct Person {
    std::string name;
    std::string sex;     ///< 男 or 女
    std::string nation;  ///< 汉
    std::string year;
    std::string month;  ///< without a leading zero
    std::string day;
    std::string number;
};

/// Who takes part in the case the sheets belong to.
struct People {
    Person applicant;  ///< 示例乙
    Person spouse;     ///< 示例甲, head of the household she moves to
};

inline constexpr const char* OldAddress = "示例省示例市样例区旧街8号3单元502室";
inline constexpr const char* NewAddress = "示例省测试市测试区测试路1号2幢301室";

/// Throws std::runtime_error when the file is not there or lacks a member.
People readPeople(const std::string& path);

}  // namespace papers_drawn
