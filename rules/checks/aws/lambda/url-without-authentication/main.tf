variable "auth" {
  type    = string
  default = "NONE"
}

variable "unknown" {
  type = string
}

locals {
  is_public = true
}

# fail: aws-lambda-url-without-authentication
resource "aws_lambda_function_url" "public" {
  function_name = "orders"
  # fail: aws-lambda-url-without-authentication
  authorization_type = "NONE"
}

# fail: aws-lambda-url-without-authentication
resource "aws_lambda_function_url" "by_default" {
  function_name      = "orders"
  authorization_type = var.auth
}

# fail: aws-lambda-url-without-authentication
resource "aws_lambda_function_url" "by_local" {
  function_name      = "orders"
  authorization_type = local.is_public ? "NONE" : "AWS_IAM"
}

# pass: aws-lambda-url-without-authentication
resource "aws_lambda_function_url" "signed" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
}

# open: aws-lambda-url-without-authentication
resource "aws_lambda_function_url" "unknown" {
  function_name      = "orders"
  authorization_type = var.unknown
}
