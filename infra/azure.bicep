// Everything of one school in Azure: an identity, one Node process, one storage account, the bot's registration. No secret anywhere.
// What this has not been tried against stands in infra/README.md.

@minLength(4)
@maxLength(16)
@description('Begins every name here. Small letters and digits.')
param resourceBaseName string

param location string = resourceGroup().location
param tenantId string = subscription().tenantId

@description('The app registration: Teams, tab and Graph know the app by it.')
param aadAppClientId string
param teamsAppId string

@description('Settings of the school as docs/settings.md lists them. Those that this file knows by itself are added below.')
param schoolSettings object

@description('Host under which Teams and Graph reach the app; empty: the one that App Service gives.')
param publicHost string = ''

param planSku string = 'B1'
param botSku string = 'F0'

var host = empty(publicHost) ? site.properties.defaultHostName : publicHost
// tables and blobs by Entra sign-in only
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
// Owner rather than Contributor: removing somebody's words takes deleteBlobVersion, which Contributor lacks
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-identity'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${resourceBaseName}store'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    accessTier: 'Hot'
  }
}

// The journal is the only backup, since tables have none; versions hold what it said before each rewriting.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: storage
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: 30, allowPermanentDelete: false }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

// What a night anchored stays as it was written: seven years, as long as a formal concern is kept. The policy is made open here and locked by
// hand once the school is sure of it (infra/README.md): a locked one can only ever be lengthened.
resource anchors 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: '${toLower(schoolSettings.SCHOOL_CODE)}-anchors'
}

resource anchorsStay 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = {
  parent: anchors
  name: 'default'
  properties: { immutabilityPeriodSinceCreationInDays: 2557, allowProtectedAppendWrites: false }
}

resource oldVersions 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: storage
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'old-versions-of-the-journal'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${toLower(schoolSettings.SCHOOL_CODE)}-journal/'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: 60 } } }
          }
        }
      ]
    }
  }
}

resource mayUseTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, identity.id, tableDataContributor)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

resource mayUseBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, identity.id, blobDataOwner)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${resourceBaseName}-plan'
  location: location
  kind: 'linux'
  sku: { name: planSku }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: '${resourceBaseName}-app'
  location: location
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      // said outright: left to itself App Service runs "npm start", which is the local one
      appCommandLine: 'node dist/bot/main.js'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      healthCheckPath: '/health'
    }
  }
}

// Publishing is by Entra sign-in too.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: site
  name: 'ftp'
  properties: { allow: false }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: site
  name: 'scm'
  properties: { allow: false }
}

resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'appsettings'
  properties: union(schoolSettings, {
    MICROSOFT: 'public'
    TENANT_ID: tenantId
    CLIENT_ID: aadAppClientId
    MANAGED_IDENTITY_CLIENT_ID: identity.properties.clientId
    TEAMS_APP_ID: teamsAppId
    TABLES_URL: storage.properties.primaryEndpoints.table
    BLOBS_URL: storage.properties.primaryEndpoints.blob
    PUBLIC_URL: 'https://${host}'
    // what is deployed is built already
    WEBSITE_RUN_FROM_PACKAGE: '1'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  })
}

// The registration trusts the managed identity (federated credential, made once by hand: infra/README.md), so the bot is a single-tenant app
// rather than an MSI: the same app id serves the tab's sign-in, which an MSI can't.
resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${resourceBaseName}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: botSku }
  properties: {
    displayName: 'Concern Desk'
    endpoint: 'https://${host}/api/messages'
    msaAppId: aadAppClientId
    msaAppType: 'SingleTenant'
    msaAppTenantId: tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}

// teamsapp.yml reads these into env/.env.<name>.
output BOT_DOMAIN string = host
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = site.id
output MANAGED_IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
output STORAGE_ACCOUNT_NAME string = storage.name
